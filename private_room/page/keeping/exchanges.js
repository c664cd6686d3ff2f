// Exchanges with the server that can be called off: nothing more is asked, and no answer is taken.
// It knows promises and the names of four calls; what is exchanged is its caller's.

const CALLS = ["list", "read", "put", "remove"];

class CalledOff extends Error {}

export class Exchanges {
  #underWay = new Set();
  #asked = new Set();

  // `work` is given the server's side. Gives what it gives, or null once it was called off.
  async run(remote, work) {
    const one = { isOff: false };
    one.off = new Promise((_, reject) => (one.callOff = () => reject(new CalledOff())));
    one.off.catch(() => {}); // with no question open, nobody waits for it
    this.#underWay.add(one);
    try {
      return await work(this.#askedThrough(remote, one));
    } catch (error) {
      if (one.isOff) return null;
      throw error;
    } finally {
      this.#underWay.delete(one);
    }
  }

  callOff() {
    for (const one of this.#underWay) {
      one.isOff = true;
      one.callOff();
    }
  }

  // What was sent already may still arrive; whoever takes it back has to ask after it.
  async settle() {
    await Promise.allSettled(this.#asked);
  }

  #askedThrough(remote, one) {
    const ask = (name, given) => {
      if (one.isOff) throw new CalledOff();
      const answer = remote[name](...given);
      this.#asked.add(answer);
      const forget = () => this.#asked.delete(answer);
      answer.then(forget, forget);
      return Promise.race([one.off, answer]);
    };
    return Object.fromEntries(CALLS.map((name) => [name, async (...given) => ask(name, given)]));
  }
}
