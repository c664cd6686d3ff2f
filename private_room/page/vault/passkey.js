// A passkey as a way in: made and asked at once where the browser can, asked once more where it cannot.
// It knows WebAuthn; the age side is the package's own recipient and identity.

import { webauthn } from "age-encryption";
import { lockByAnswer, questionOf } from "./passkey_lock.js";

const NAME = "Fallow: my private room";

export function canAsk() {
  return Boolean(globalThis.PublicKeyCredential && navigator.credentials);
}

// Windows Hello gives a PRF only when it is asked for while the passkey is made (prf.eval.first);
// where that is refused, the same is tried once more without. Gives null where there is no PRF.
export async function makePasskey() {
  const nonce = crypto.getRandomValues(new Uint8Array(16));
  const made = (await create({ eval: questionOf(nonce) }).catch(retryUnlessRefused)) ?? (await create({}));
  const { enabled, results: answer } = made.getClientExtensionResults().prf ?? {};
  if (!enabled) return null;
  const asking = new webauthn.WebAuthnRecipient({ rpId: location.hostname });
  return { recipient: isWhole(answer?.first) && isWhole(answer.second) ? lockByAnswer({ nonce, answer, asking }) : asking };
}

// Each half of an answer is a keyed hash of 32 bytes; whatever else comes is no key.
const isWhole = (half) => half?.byteLength === 32;

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
