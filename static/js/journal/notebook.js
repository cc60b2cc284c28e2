import { emptyBook, isEmpty, merge } from "./book.js"
import { Changed, NoPlace, read, replace, wipe } from "./place.js"
import { canSeal, freshHeader, headerOf, keyFor, sameHeader, seal, unseal, WrongPassphrase } from "./seal.js"

const WIPED = "wiped"
const CHANGED = "changed"

// The journal of this device. "memory": nothing is stored · "sealed": stored, shut · "open": stored as it changes.
export class Notebook {
  state = "memory"
  trouble = canSeal() ? null : "no_crypto"
  // Something happened that nobody pressed for: a code under `lock.` or `journal.`.
  news = null
  unsaved = false
  book = emptyBook()
  #record = null
  #key = null
  #header = null
  #aside = null
  #dirty = false
  #saving = Promise.resolve()
  #listeners = []
  #others = globalThis.BroadcastChannel ? new BroadcastChannel("notes") : null

  constructor() {
    if (this.#others) this.#others.onmessage = ({ data }) => (data === WIPED ? this.#forget("elsewhere") : this.#inTurn(() => this.#lookAgain()))
  }

  onChange(listener) {
    this.#listeners.push(listener)
  }

  get carried() {
    return this.#record?.carried ?? ""
  }

  get bytes() {
    return this.#record?.bytes ?? null
  }

  async look() {
    try {
      this.#record = (await read()) ?? null
      if (this.#record && !headerOf(this.#record.bytes)) this.trouble = "unreadable"
      else if (this.#record && !this.trouble) this.state = "sealed"
    } catch {
      this.trouble ??= "no_storage"
    }
    this.#changed()
  }

  change(act) {
    this.book = act(this.book)
    this.#changed()
    return this.save()
  }

  async keep(passphrase) {
    await this.#takeKey(passphrase, freshHeader())
    this.state = "open"
    await this.save()
    if (this.unsaved) this.#shut("memory")
    this.unsaved = false
    this.#changed()
    return this.state === "open"
  }

  // Throws WrongPassphrase. What was written here meanwhile is there, too.
  async open(passphrase) {
    await this.#inTurn(() => this.#lookAgain()).catch(() => {})
    if (this.state !== "sealed") return
    const header = headerOf(this.#record.bytes)
    const key = await keyFor(passphrase, header)
    const found = await unseal(key, this.#record.bytes)
    const aside = this.#aside && sameHeader(headerOf(this.#aside), header) ? await unseal(key, this.#aside) : emptyBook()
    const loose = merge(aside, this.book)
    this.book = merge(found, loose)
    Object.assign(this, { state: "open", news: null })
    this.#key = key
    this.#header = header
    this.#aside = null
    this.#changed()
    if (!isEmpty(loose)) await this.save()
  }

  async opens(passphrase) {
    const key = await keyFor(passphrase, this.#header)
    return unseal(key, this.#record.bytes).then(Boolean, (error) => error instanceof WrongPassphrase && false)
  }

  // Sealed first, then forgotten; where storage said no, sealed in memory.
  async lock(news = "closed") {
    if (this.state !== "open") return
    await this.save()
    if (this.state !== "open") return
    if (this.unsaved) this.#aside = await seal(this.#key, this.#header, this.book)
    this.book = emptyBook()
    this.#shut("sealed")
    this.news = news
    this.#changed()
  }

  // Nothing readable is left in the memory of a page that goes away.
  drop() {
    this.#shut(this.#record ? "sealed" : "memory")
    this.book = emptyBook()
  }

  async rekey(passphrase) {
    await this.#takeKey(passphrase, freshHeader())
    await this.save()
    return !this.unsaved
  }

  async wipe() {
    if (this.#record) await wipe()
    this.#others?.postMessage(WIPED)
    this.#forget(null)
  }

  save() {
    this.#dirty = true
    return this.#inTurn(() => this.#write())
  }

  // The account's copy is this one's now (or is gone: empty).
  async setCarried(carried) {
    await this.#inTurn(() => this.#put({ bytes: this.#record.bytes, carried }))
    this.#changed()
  }

  // Other sealed bytes take the place of these; their passphrase opens them. Words that were never stored stay.
  async adopt(bytes, carried) {
    await this.#inTurn(() => this.#put({ bytes, carried }))
    if (this.state === "open") this.book = emptyBook()
    this.#shut("sealed")
    this.#aside = null
    this.#changed()
  }

  #inTurn(act) {
    const done = this.#saving.then(act)
    this.#saving = done.catch(() => {})
    return done
  }

  async #put(record) {
    this.#record = await replace(this.#record?.mark ?? null, record)
    this.#others?.postMessage(CHANGED)
  }

  async #lookAgain() {
    if (this.state === "memory") return
    const found = (await read()) ?? null
    if (found?.mark === this.#record?.mark) return
    if (found && this.state === "sealed") this.#record = found
    else await this.#meet(found)
  }

  async #write() {
    while (this.#dirty && this.state === "open") {
      this.#dirty = false
      try {
        const bytes = await seal(this.#key, this.#header, this.book)
        await this.#put({ bytes, carried: this.carried })
        this.#settled(false)
      } catch (error) {
        if (error instanceof Changed) this.#dirty = (await this.#meet(error.found)) || this.#dirty
        else if (error instanceof NoPlace) this.#settled(true)
        else throw error
      }
    }
  }

  // Another tab was here: what it wrote and what is written here come together, if this key opens both.
  async #meet(found) {
    if (!found) this.#forget("elsewhere")
    if (!found) return false
    this.#record = found
    const theirs = await unseal(this.#key, found.bytes).catch(() => null)
    if (theirs) this.book = merge(this.book, theirs)
    else {
      this.#shut("sealed")
      this.news = "other_pass"
    }
    this.#changed()
    return Boolean(theirs)
  }

  async #takeKey(passphrase, header) {
    this.#key = await keyFor(passphrase, header)
    this.#header = header
  }

  #settled(unsaved) {
    this.unsaved = unsaved
    this.trouble = unsaved ? "no_storage" : null
    this.#changed()
  }

  #shut(state) {
    this.state = state
    this.#key = null
    this.#header = null
  }

  #forget(news) {
    this.#record = null
    this.#aside = null
    this.unsaved = false
    this.book = emptyBook()
    this.news = news
    this.#shut("memory")
    this.#changed()
  }

  #changed() {
    for (const listener of this.#listeners) listener(this)
  }
}
