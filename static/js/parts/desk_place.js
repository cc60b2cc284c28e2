// The facilitator's column. Nobody else is sent what it shows, nor the modules that show it.
export class DeskPlace {
  #element
  #circle
  #desk = null
  #coming = false
  #view = null

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view) {
    this.#view = view
    const { room, desk, local } = view
    const shown = Boolean(desk) && !local.over && !local.elsewhere && room?.phase !== "closed"
    this.#element.hidden = !shown
    document.body.classList.toggle("has-desk", shown)
    if (!shown) return
    if (this.#desk) this.#desk.update(view)
    else this.#bring()
  }

  tick() {
    if (!this.#element.hidden) this.#desk?.tick()
  }

  async #bring() {
    if (this.#coming) return
    this.#coming = true
    try {
      const { Desk } = await this.#circle.later.bring(() => import("./desk/desk.js"))
      this.#desk = new Desk(this.#element, this.#circle)
      this.update(this.#view)
    } finally {
      this.#coming = false
    }
  }
}
