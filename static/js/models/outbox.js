const RETRY_AFTER = 8000

// Boundaries outlive a reload, besides leaving: who opens the page again has come back. Words are never stored here.
const OUTLIVES_RELOAD = new Set([
  "pass", "choose_mode", "later", "step_out", "come_back", "take_back_share",
  "take_back_shown", "set_reply_level", "pause_please", "cancel_pause_please", "let_go", "finish_turn",
  "keep_lighter", "flag", "cancel_flag", "no_private_offers", "wipe_line", "stay", "let_rest",
])

export class Outbox {
  #waiting = new Map()
  #carry
  #shelf

  // carry(command, answered) hands one command to the wire; it may never come back.
  constructor({ carry, shelf }) {
    this.#carry = carry
    this.#shelf = shelf
    for (const command of shelf.read()) this.#waiting.set(command.id, { command, settle: () => {} })
  }

  ask(command) {
    const withId = { id: crypto.randomUUID(), ...command }
    const answer = new Promise((settle) => this.#waiting.set(withId.id, { command: withId, settle }))
    this.#remember()
    this.#send(withId.id)
    return { id: withId.id, answer }
  }

  flush() {
    for (const id of [...this.#waiting.keys()]) this.#send(id)
  }

  forget(what) {
    for (const [id, { command, retry }] of this.#waiting) {
      if (command.do !== what) continue
      clearTimeout(retry)
      this.#waiting.delete(id)
    }
  }

  get unanswered() {
    return [...this.#waiting.values()].map(({ command }) => command)
  }

  #send(id) {
    const entry = this.#waiting.get(id)
    if (!entry) return
    clearTimeout(entry.retry)
    if (!this.#carry(entry.command, (answer) => this.#answered(id, answer))) return
    entry.retry = setTimeout(() => this.#send(id), RETRY_AFTER)
  }

  #answered(id, answer) {
    const entry = this.#waiting.get(id)
    if (!entry) return
    clearTimeout(entry.retry)
    this.#waiting.delete(id)
    this.#remember()
    entry.settle(answer)
  }

  #remember() {
    this.#shelf.write(this.unanswered.filter((command) => OUTLIVES_RELOAD.has(command.do)))
  }
}
