const CLOCK_EVERY = 30_000
const SOONEST = 500
const LATEST = 2000
const CONNECT_WITHIN = 8000

// One socket to the room. Knows nothing of what travels on it besides the events' names.
export class Connection {
  #socket = null
  #clock
  #told

  constructor({ clock, told }) {
    this.#clock = clock
    this.#told = told
  }

  async open(circle) {
    const io = await this.#client()
    this.#socket = io({
      auth: { circle },
      transports: ["websocket"],
      reconnectionDelay: SOONEST,
      reconnectionDelayMax: LATEST,
      timeout: CONNECT_WITHIN,
    })
    this.#socket.on("connect", () => this.#connected())
    this.#socket.on("disconnect", () => this.#told.lost())
    this.#socket.on("connect_error", (error) => this.#told.unreachable(error.message))
    this.#socket.on("view", (parts) => this.#told.view(parts))
    this.#socket.on("elsewhere", () => this.#left(() => this.#told.elsewhere()))
    this.#socket.on("over", ({ page, ticket }) => this.#left(() => this.#told.over(page, ticket)))
    setInterval(() => this.#askTheTime(), CLOCK_EVERY)
  }

  carry(command, answered) {
    if (!this.#socket?.connected) return false
    this.#socket.emit("command", command, answered)
    return true
  }

  close() {
    this.#socket?.disconnect()
  }

  reopen() {
    this.#socket?.connect()
  }

  // The module comes over the same line that may be down just now.
  async #client() {
    for (;;) {
      try {
        return (await import("/static/vendor/socket.io.esm.min.js")).io
      } catch {
        this.#told.lost()
        await new Promise((again) => setTimeout(again, LATEST))
      }
    }
  }

  #connected() {
    this.#askTheTime()
    this.#told.connected()
  }

  #askTheTime() {
    if (this.#socket?.connected) this.#socket.emit("clock", { sent: Date.now() }, (answer) => this.#clock.learn(answer))
  }

  #left(tell) {
    this.#socket.disconnect()
    tell()
  }
}
