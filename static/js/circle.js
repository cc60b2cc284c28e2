import { Clock } from "./models/clock.js"
import { Content } from "./models/content.js"
import { Outbox } from "./models/outbox.js"
import { Later } from "./models/later.js"
import { inQuiet, momentKey, waitsForAHolder } from "./models/scene.js"
import { forgetPrivateDrafts, Shelf } from "./models/shelf.js"
import { Store } from "./models/store.js"
import { learn, say } from "./models/words.js"
import { Announcer } from "./parts/announcer.js"
import { Bar } from "./parts/bar.js"
import { Care } from "./parts/care.js"
import { Centre } from "./parts/centre.js"
import { Connection } from "./parts/connection.js"
import { Covers } from "./parts/covers.js"
import { DeskPlace } from "./parts/desk_place.js"
import { readJson } from "./parts/dom.js"
import { nowOf } from "./parts/now.js"
import { Ring } from "./parts/ring.js"
import { Sheet } from "./parts/sheet.js"
import { Stage } from "./parts/stage.js"
import { Banner, Strip } from "./parts/strip.js"

const TICK = 1000
const REFUSED_CONNECTION = { "seat/none": "closed", "seat/removed": "removed", "circle/closed": "closed" }
const DISPLAY = ["text", "motion", "hideTimer", "digits", "headsUp", "room"]
const OF_CIRCLE = ["lighter", "flagged", "opened", "declined"]

const ENDS_MY_TURN = new Set(["pass", "later", "choose_mode", "step_out", "leave", "let_go", "finish_turn", "publish_share"])

const NOTHING_YET = {
  sheet: null, curtain: false, backToMe: false, sittingOut: null, skipped: null, pauseAsked: false,
  note: null, answer: null, lost: false, elsewhere: false, over: null, anchor: null, notReplying: [],
  text: "usual", motion: "usual", hideTimer: false, digits: false, headsUp: false, room: "yes",
  lighter: false, unheld: false, flagged: [], opened: [], declined: [], lineTo: null, fineWith: null,
}

// Where the parts of the page meet: what parts may ask for, and what is told to them.
class Circle {
  settings = readJson("circle")
  content = new Content(readJson("content"))
  clock = new Clock()
  later = new Later({ address: this.settings.later_url, styles: this.settings.later_styles, learn: (more) => this.#learn(more) })
  announcer = new Announcer(document.getElementById("say"))
  #display = new Shelf("display", {})
  #ofCircle = new Shelf(`mine:${this.settings.id}`, {})
  store = new Store({ ...NOTHING_YET, ...this.#display.read(), ...this.#ofCircle.read() })
  #parts = []
  #said = null
  #asked = null
  #endedIt = false

  constructor() {
    learn(readJson("texts"))
    this.connection = new Connection({
      clock: this.clock,
      told: {
        connected: () => this.#connected(),
        lost: () => this.change({ lost: true }),
        unreachable: (code) => this.change(code in REFUSED_CONNECTION ? { over: REFUSED_CONNECTION[code] } : { lost: true }),
        view: (parts) => this.store.receive(parts),
        elsewhere: () => this.change({ elsewhere: true }),
        over: (page, ticket) => this.#over(page, ticket),
      },
    })
    this.outbox = new Outbox({
      carry: (command, answered) => this.connection.carry(command, answered),
      shelf: new Shelf(`unanswered:${this.settings.id}`, []),
    })
  }

  begin() {
    this.#parts = this.#build()
    this.store.listen((view) => this.#draw(view))
    for (const command of this.outbox.unanswered) this.store.promise(command.id, command)
    this.change({})
    this.connection.open(this.settings.id)
    setInterval(() => this.#tick(), TICK)
    document.addEventListener("visibilitychange", () => this.#tick())
  }

  // The screen changes first; a refusal changes it back and says why.
  async ask(what, fields = {}) {
    this.change({ answer: null })
    if (ENDS_MY_TURN.has(what)) this.#endedIt = true
    const command = { do: what, ...fields }
    const { id, answer } = this.outbox.ask(command)
    this.store.promise(id, command)
    const answered = await answer
    this.store.settle(id, answered.ok)
    if (!answered.ok) this.answer(answered.text)
    return answered
  }

  change(part) {
    this.store.change(part)
  }

  note(code, values) {
    const text = say(code, values)
    this.change({ note: { text, moment: momentKey(this.store.view.room) } })
    this.announcer.say(text)
  }

  // The answer to one's own tap is in sight, wherever one was reading.
  noteInSight(code, values) {
    this.note(code, values)
    this.showNote()
  }

  showNote() {
    // The picture with the note in it is drawn in a microtask, asked for before this one.
    queueMicrotask(() => document.querySelector(".stage-note").scrollIntoView({ block: "nearest" }))
  }

  answer(text) {
    this.change({ answer: text })
    this.announcer.say(text, { always: true })
  }

  display(part) {
    this.change(part)
    this.#display.write(Object.fromEntries(DISPLAY.map((name) => [name, this.store.local[name]])))
  }

  // What this device alone remembers of one circle: my marks, and what I opened or put aside.
  mark(part) {
    this.change(part)
    this.#ofCircle.write(Object.fromEntries(OF_CIRCLE.map((name) => [name, this.store.local[name]])))
  }

  keepLighter(on) {
    this.mark({ lighter: on })
    this.note(on ? "done.lighter" : "done.lighter_end")
    this.ask("keep_lighter", { on })
  }

  // The private line, with one of those who hold the room if somebody is named.
  openLine(seat = null) {
    this.change({ sheet: "line", lineTo: seat ?? this.store.local.lineTo })
  }

  openSheet(name) {
    this.change({ sheet: this.store.local.sheet === name ? null : name })
  }

  showSupport() {
    this.change({ sheet: null })
    const support = document.getElementById("support")
    support.open = true
    support.querySelector("summary").focus()
  }

  comeBack() {
    this.outbox.forget("leave")
    this.store.forget("leave")
    this.store.receive({ room: null, you: null, desk: null })
    this.change({ elsewhere: false, over: null })
    this.connection.reopen()
  }

  #build() {
    const part = (id) => document.getElementById(id)
    const sheet = new Sheet(part("sheet"), this, { care: new Care(this) })
    sheet.expect("where", "care.where", () => import("./parts/where.js"))
    sheet.expect("line", "bar.private_line", () => import("./parts/line.js"))
    sheet.expect("sounds", "sound.title", () => import("./parts/quiet/sounds.js"))
    sheet.expect("pulled", "care.pulled_in", () => import("./parts/pulled_in.js"))
    part("where").addEventListener("click", () => this.openSheet("where"))
    const inRoom = [new Strip(part("strip")), new Ring(part("ring")), new Centre(part("ring"), this), new Stage(part("stage"), this), new DeskPlace(part("desk"), this)]
    // First, because what lies under a cover has no size to be laid out in.
    const covers = new Covers(part("cover-screen"), this)
    return [
      covers,
      { update: (view) => view.room && view.you && inRoom.forEach((one) => one.update(view)), tick: () => inRoom.forEach((one) => one.tick?.()) },
      new Banner(part("banner"), this.announcer), new Bar(part("bar"), this), sheet,
    ]
  }

  #learn({ texts, content }) {
    learn(texts)
    this.content.learn(content)
    this.change({})
  }

  #over(page, ticket) {
    this.outbox.forget("leave")
    const { you } = this.store.view
    if (you) this.store.receive({ you: { ...you, lines: [], receivers: [] } })
    if (page === "closed") forgetPrivateDrafts(this.settings.id)
    this.change({ over: page, ticket, sheet: null })
  }

  #connected() {
    if (this.store.local.lost && this.store.view.room) this.announcer.say(say("connection.back"))
    this.change({ lost: false, elsewhere: false })
    this.outbox.flush()
  }

  #draw(view) {
    const { dataset } = document.documentElement
    dataset.text = view.local.text
    dataset.motion = view.local.motion
    this.#tellRoom(view)
    for (const one of this.#parts) one.update(view)
  }

  // Start and end of a silence are told; within it the one live region keeps still.
  #tellRoom({ room, you }) {
    if (!room || !you) return
    const quiet = inQuiet(room)
    const { title } = nowOf({ room, you, local: this.store.local }, this.content)
    if (this.announcer.hushed && !quiet) this.announcer.say(say("quiet.ends"), { always: true })
    if (quiet && !this.announcer.hushed) this.announcer.say(say("quiet.begins"))
    else if (!quiet && title !== this.#said && this.#said !== null) this.announcer.say(title, { always: true })
    this.#said = title
    this.announcer.hushed = quiet
    this.#tellMovedOn(you)
    if (room.stop && this.store.local.pauseAsked) this.change({ pauseAsked: false })
  }

  // Time ran out, or somebody moved on gently: one kind sentence, the same for either.
  #tellMovedOn(you) {
    const before = this.#asked
    this.#asked = you.turn && { id: you.turn.id, phase: you.turn.phase }
    if (!before) this.#endedIt = false
    if (!before || before.phase === you.turn?.phase) return
    const { place } = you
    if (!this.#endedIt && place === "circle" && before.phase === "offered" && you.turn?.phase !== "sharing") this.note("offer.moved_on")
    if (!this.#endedIt && place === "circle" && before.phase === "sharing") this.note("mine.closed")
    this.#endedIt = false
  }

  #tick() {
    for (const one of this.#parts) one.tick?.()
    const { view } = this.store
    if (!view.local.unheld && waitsForAHolder(view, this.clock.now(), this.settings.minute)) this.change({ unheld: true })
  }
}

new Circle().begin()
