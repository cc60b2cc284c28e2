// What a circle needs only once its room stands: longer modules, and the texts and decks they work with.
// The first load leaves them out; they come as soon as the device is idle, and are tried again while the line is down.
//
//   const { Beliefs } = await circle.later.bring(() => import("./beliefs.js"))    the module, its words known
//   await circle.later.words                                                     all later texts and decks are known
//
// A question of the stage is one line in LONGER (parts/stage.js). New texts: a file in content/texts/ that
// stands in LATER of content/microcopy.py. New decks: a name in _LATER_DECKS there, and a getter in
// models/content.js. New styles: a name in `later_styles` of templates/circle/room.html.
const AGAIN = 2000
const IDLE_WITHIN = 1000

export class Later {
  words
  #stands
  #begun

  constructor({ address, styles, learn }) {
    this.#stands = new Promise((begun) => (this.#begun = begun))
    this.#stands.then(() => document.head.append(...styles.map(linked)))
    this.words = this.#stands.then(() => untilItComes(() => fetched(address))).then(learn)
  }

  // The room stands; asked again it changes nothing.
  begin() {
    const idle = globalThis.requestIdleCallback ?? ((begun) => setTimeout(begun, 50))
    idle(this.#begun, { timeout: IDLE_WITHIN })
  }

  async bring(load) {
    await this.#stands
    const [module] = await Promise.all([untilItComes(load), this.words])
    return module
  }
}

function linked(href) {
  return Object.assign(document.createElement("link"), { rel: "stylesheet", href })
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
