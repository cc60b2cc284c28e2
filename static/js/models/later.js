// What a circle needs only once its room stands: longer modules, and the texts and decks they work with.
// The first load leaves them out; they come as soon as the device is idle, and are tried again while the line is down.
//
//   const { Beliefs } = await circle.later.bring(() => import("./beliefs.js"))    the module, its words known
//   await circle.later.words                                                     all later texts and decks are known
//
// A question of the stage is one line in LONGER (parts/stage.js). New texts: a file in content/texts/ that
// stands in LATER of content/microcopy.py. New decks: later_content() there, and a getter in models/content.js.
const AGAIN = 2000
const IDLE_WITHIN = 1000

export class Later {
  words
  #begun

  constructor({ address, learn }) {
    const stands = new Promise((begun) => (this.#begun = begun))
    this.words = stands.then(() => untilItComes(() => fetched(address))).then(learn)
  }

  // The room stands; asked again it changes nothing.
  begin() {
    const idle = globalThis.requestIdleCallback ?? ((begun) => setTimeout(begun, 50))
    idle(this.#begun, { timeout: IDLE_WITHIN })
  }

  async bring(load) {
    const [module] = await Promise.all([untilItComes(load), this.words])
    return module
  }
}

async function fetched(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

async function untilItComes(get) {
  for (;;) {
    try {
      return await get()
    } catch {
      await new Promise((again) => setTimeout(again, AGAIN))
    }
  }
}
