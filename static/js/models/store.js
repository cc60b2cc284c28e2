import { promised } from "./promises.js"

// An answered promise stays until the server's own picture has had time to arrive, so nothing flickers back.
const LINGER = 1500

export class Store {
  #server = { room: null, you: null, desk: null }
  #local
  #promises = new Map()
  #listeners = new Set()
  #told = false

  constructor(local) {
    this.#local = local
  }

  get view() {
    const view = [...this.#promises.values()].reduce(promised, this.#server)
    return { ...view, local: this.#local }
  }

  get local() {
    return this.#local
  }

  listen(listener) {
    this.#listeners.add(listener)
  }

  receive(parts) {
    this.#server = { ...this.#server, ...parts }
    this.#tell()
  }

  change(part) {
    this.#local = { ...this.#local, ...part }
    this.#tell()
  }

  promise(id, command) {
    this.#promises.set(id, command)
    this.#tell()
  }

  settle(id, ok) {
    if (!this.#promises.has(id)) return
    const drop = () => {
      this.#promises.delete(id)
      this.#tell()
    }
    if (ok) setTimeout(drop, LINGER)
    else drop()
  }

  forget(what) {
    for (const [id, command] of this.#promises) if (command.do === what) this.#promises.delete(id)
    this.#tell()
  }

  // Many changes in one moment are one picture, and it is drawn in background tabs too.
  #tell() {
    if (this.#told) return
    this.#told = true
    queueMicrotask(() => {
      this.#told = false
      const { view } = this
      for (const listener of this.#listeners) listener(view)
    })
  }
}
