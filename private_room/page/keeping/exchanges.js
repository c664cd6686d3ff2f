// Exchanges with the server that can be called off: no answer is taken any more, and nothing is written.
// It knows promises and the names of four calls; what is exchanged is its caller's.

const CALLS = ["list", "read", "put", "remove"];

class CalledOff extends Error {}

export class Exchanges {
  #underWay = new Set();
  #asked = new Set();

  // `work` is given the server's side. Gives what it gives, or null once it was called off.
  async run(remote, work) {
    const one = {};
    one.off = new Promise((_, reject) => (one.callOff = () => reject(new CalledOff())));
    one.off.catch(() => {}); // with no question open, nobody waits for it
    one.ended = work(this.#askedThrough(remote, one));
    this.#underWay.add(one);
    try {
      return await one.ended;
    } catch (error) {
      if (error instanceof CalledOff) return null;
      throw error;
    } finally {
      this.#underWay.delete(one);
    }
  }

  // Resolves once nothing of them is written on this device any more. It does not wait for the server.
  async callOff() {
    const all = [...this.#underWay];
    for (const one of all) one.callOff();
    await Promise.allSettled(all.map(({ ended }) => ended));
  }

  // What was sent already may still arrive; whoever takes it back has to ask after it.
  async settle() {
    await Promise.allSettled(this.#asked);
  }

  #askedThrough(remote, { off }) {
    const ask = (name, given) => {
      const answer = remote[name](...given);
      this.#asked.add(answer);
      const forget = () => this.#asked.delete(answer);
      answer.then(forget, forget);
      return Promise.race([off, answer]);
    };
    return Object.fromEntries(CALLS.map((name) => [name, (...given) => ask(name, given)]));
  }
}
