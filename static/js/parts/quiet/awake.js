// Keeps the screen from going dark while somebody is in a quiet, where the browser can.
export class Awake {
  #wanted = false
  #lock = null

  constructor() {
    // A browser takes the lock away from a page that nobody sees.
    document.addEventListener("visibilitychange", () => this.#take())
  }

  keep(wanted) {
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    if (wanted) this.#take()
    else this.#release()
  }

  async #take() {
    if (!this.#wanted || document.visibilityState !== "visible" || !navigator.wakeLock) return
    try {
      const lock = await navigator.wakeLock.request("screen")
      this.#release()
      this.#lock = lock
      if (!this.#wanted) this.#release()
    } catch {
      // a battery that is nearly empty may refuse
    }
  }

  #release() {
    this.#lock?.release().catch(() => {})
    this.#lock = null
  }
}
