import assert from "node:assert/strict"
import { test } from "node:test"

import { withLinks } from "./models/lines.js"

const followed = (text) => withLinks(text).map(([, address]) => address).filter(Boolean)

test("an address in a text may be followed, and the full stop behind it isn't a part of it", () => {
  assert.deepEqual(followed("See https://help.example/now?a=1#b. Or http://a.example, at any hour"), ["https://help.example/now?a=1#b", "http://a.example"])
  assert.deepEqual(withLinks("at https://a.example/@ria today"), [
    ["at ", null],
    ["https://a.example/@ria", "https://a.example/@ria"],
    [" today", null],
  ])
})

test("what is no plain address of a page stays text", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file://elsewhere.example/page",
    "//elsewhere.example",
    "https://known.example@elsewhere.example/",
    "https://known.example:secret@elsewhere.example/",
    "https://known.example\\@elsewhere.example/",
    "JAVASCRIPT:https",
  ])
    assert.deepEqual(followed(text), [], text)
})

test("a long text of half addresses takes no time", () => {
  const began = Date.now()
  withLinks("https://".repeat(90))
  withLinks(`https://${".".repeat(700)}`)
  assert.ok(Date.now() - began < 200)
})
