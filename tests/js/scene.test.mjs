import assert from "node:assert/strict"
import { test } from "node:test"
import { coverOf, waitsForAHolder } from "./models/scene.js"

const ended = (over) => coverOf({ room: null, you: null, local: { over } })

test("each ending has its own page, and one that is not known reads as finished", () => {
  assert.deepEqual(["closed", "unopened", "left", "removed", "signed_out", "soon"].map(ended), ["closed", "unopened", "left", "removed", "signed_out", "closed"])
})

test("whoever waits is told after five minutes without anybody at the desk, and not before", () => {
  const room = { phase: "doors_open", holders: [], starts_at: 1000 }
  const waits = (now, other = {}) => waitsForAHolder({ room: { ...room, ...other } }, now, 60)

  assert.deepEqual([waits(1299), waits(1300)], [false, true])
  assert.equal(waits(1300, { holders: ["Ria"] }), false)
  assert.equal(waits(1300, { phase: "live" }), false)
  assert.equal(Boolean(waitsForAHolder({ room: null }, 1300, 60)), false)
})
