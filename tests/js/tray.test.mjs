import assert from "node:assert/strict"
import { test } from "node:test"

import { arranged, needsOf, towardsPause, waits } from "./models/tray.js"

const signal = (id, at, kind = "pause") => ({ key: `signal:${id}`, kind, id, at })
const keys = (cards) => cards.map(({ key }) => key)

const desk = { signals: [], seats: [], turn: null, process: [] }
const you = { seat: "ria", name: "Ria", lines: [] }

test("the oldest stands first, whatever it is", () => {
  const cards = arranged([], [signal(2, 50), signal(1, 20), { key: "line:jo", kind: "line" }], 100)
  assert.deepEqual(keys(cards), ["signal:1", "signal:2", "line:jo"])
})

test("what comes later never moves what is there", () => {
  const first = arranged([], [{ key: "line:jo", kind: "line" }], 100)
  assert.deepEqual(keys(arranged(first, [signal(1, 90), { key: "line:jo", kind: "line" }], 200)), ["line:jo", "signal:1"])
})

test("what went leaves its place for a moment, and longer under a hand", () => {
  const first = arranged([], [signal(1, 20), signal(2, 30)], 100)
  const gone = arranged(first, [signal(2, 30)], 200)
  assert.deepEqual(gone.map(({ gone }) => gone), [200, null])
  assert.deepEqual(keys(arranged(gone, [signal(2, 30)], 2_000)), ["signal:1", "signal:2"])
  assert.deepEqual(keys(arranged(gone, [signal(2, 30)], 2_700)), ["signal:2"])
  assert.deepEqual(keys(arranged(gone, [signal(2, 30)], 2_700, { touched: true })), ["signal:1", "signal:2"])
})

test("how long something has waited is not guessed", () => {
  const [card] = arranged([], [{ key: "line:jo", kind: "line" }], 100, { first: true })
  assert.equal(card.since, null)
})

test("a note, a wish for time and a word between facilitators are needs; my own word is none", () => {
  const needs = needsOf({
    room: {},
    local: {},
    desk: { ...desk, turn: { id: 7, seat: "sam", phase: "sharing", more_asked: true }, seats: [{ seat: "sam", name: "Sam" }], process: [{ id: 1, name: "Tom", text: "a" }, { id: 2, name: "Ria", text: "b" }] },
    you: { ...you, lines: [{ with: "jo", name: "Jo", messages: [{ id: 1 }] }, { with: "kim", name: "Kim", messages: [] }] },
  })
  assert.deepEqual(needs.map(({ key, name }) => [key, name]), [["more:7", "Sam"], ["line:jo", "Jo"], ["process:1", "Tom"]])
})

test("what was put away, and a line that was read, ask for nothing", () => {
  const line = (unread) => ({ with: "jo", name: "Jo", unread, messages: [{ id: 1 }] })
  const view = (unread, putAway = []) => ({ room: {}, desk, you: { ...you, lines: [line(unread)] }, local: { putAway } })
  assert.equal(waits(view(true)), true)
  assert.equal(waits(view(false)), false)
  assert.deepEqual(needsOf(view(true, ["line:jo"])), [])
})

test("the ring fills towards the pause and is gone after it", () => {
  assert.equal(towardsPause(100, 100, 20_000), 0)
  assert.equal(towardsPause(100, 10_100, 20_000), 0.5)
  assert.equal(towardsPause(100, 20_100, 20_000), null)
})
