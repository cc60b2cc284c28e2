// A part of the desk that is drawn anew as time goes on, not only when something was told.
export class Timed {
  element
  circle
  #view = null

  constructor(element, circle) {
    this.element = element
    this.circle = circle
  }

  update(view) {
    this.#view = view
    this.tick()
  }

  tick() {
    if (this.#view) this.draw(this.#view)
  }
}
