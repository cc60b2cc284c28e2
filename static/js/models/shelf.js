// A place on this device for this tab only. Where storage is refused, things live as long as the page.
export class Shelf {
  #key
  #kept

  constructor(key, empty) {
    this.#key = key
    this.#kept = empty
  }

  read() {
    try {
      const text = sessionStorage.getItem(this.#key)
      if (text !== null) this.#kept = JSON.parse(text)
    } catch {
      // a private window may refuse; what is in memory still holds
    }
    return this.#kept
  }

  write(value) {
    this.#kept = value
    try {
      if (value === "" || value?.length === 0) sessionStorage.removeItem(this.#key)
      else sessionStorage.setItem(this.#key, JSON.stringify(value))
    } catch {
      // see read
    }
  }
}

export function draftOf(circle, round) {
  return new Shelf(`draft:${circle}:${round}`, "")
}

// What was going to be written privately in a circle that is over.
export function forgetPrivateDrafts(circle) {
  try {
    const of = `draft:${circle}:line:`
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(of)) sessionStorage.removeItem(key)
  } catch {
    // see read
  }
}
