// A passkey as a way in: made with a PRF answer at once where the browser can, asked for one later.
// It knows WebAuthn; the age side is the package's own recipient and identity.

import { webauthn } from "age-encryption";

const NAME = "Fallow: my private room";

export function canAsk() {
  return Boolean(globalThis.PublicKeyCredential && navigator.credentials);
}

// Windows Hello gives a PRF only when it is asked for while the passkey is made (prf.eval.first);
// where that is refused, the same is tried once more without.
export async function makePasskey() {
  const first = crypto.getRandomValues(new Uint8Array(32));
  const made = (await create({ eval: { first } }).catch(retryUnlessRefused)) ?? (await create({}));
  if (!made.getClientExtensionResults().prf?.enabled) return null;
  const options = { rpId: location.hostname };
  return { recipient: new webauthn.WebAuthnRecipient(options), identity: new webauthn.WebAuthnIdentity(options) };
}

export function askPasskey() {
  return new webauthn.WebAuthnIdentity({ rpId: location.hostname });
}

function retryUnlessRefused(error) {
  if (error.name === "NotAllowedError") throw error;
  return null;
}

function create(prf) {
  return navigator.credentials.create({
    publicKey: {
      rp: { name: "Fallow", id: location.hostname },
      user: { name: NAME, displayName: NAME, id: crypto.getRandomValues(new Uint8Array(16)) },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      extensions: { prf },
      challenge: crypto.getRandomValues(new Uint8Array(16)),
    },
  });
}
