import assert from "node:assert/strict"
import { test } from "node:test"

import { knows, learn, say } from "./models/words.js"

test("a code that nobody wrote a sentence for stays as it is, whatever it is called", () => {
  learn(JSON.parse('{"known": "A sentence.", "__proto__": {"sneaked": "in"}}'))

  assert.equal(say("known"), "A sentence.")
  for (const code of ["constructor", "toString", "hasOwnProperty", "unknown"]) {
    assert.equal(say(code), code)
    assert.equal(knows(code), false)
  }
  assert.equal(knows("sneaked"), false)
})
