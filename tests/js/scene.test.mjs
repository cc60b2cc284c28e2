import assert from "node:assert/strict"
import { test } from "node:test"
import { coverOf } from "./models/scene.js"

const ended = (over) => coverOf({ room: null, you: null, local: { over } })

test("each ending has its own page, and one that is not known reads as finished", () => {
  assert.deepEqual(["closed", "unopened", "left", "removed", "signed_out", "soon"].map(ended), ["closed", "unopened", "left", "removed", "signed_out", "closed"])
})
