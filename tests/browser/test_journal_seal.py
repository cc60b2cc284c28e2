"""The seal itself, in the browser that makes it; and the modules that are pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.people import Visitor
from tests.browser.rooms import People

SEAL = """async () => {
  const { seal, unseal, keyFor, freshHeader, headerOf, COUNT, WrongPassphrase } =
    await import("/static/js/journal/seal.js")
  const thing = { pages: [{ safe: "the same words" }] }
  const header = freshHeader()
  const key = await keyFor("slow water and flat stones", header)
  const [one, two] = [await seal(key, header, thing), await seal(key, header, thing)]
  const large = await seal(key, header, { safe: "w".repeat(3000) })
  const wrongly = async (bytes, with_ = key) =>
    unseal(with_, bytes).then(() => "opened", (error) => error instanceof WrongPassphrase)
  const bent = (at) => { const bytes = one.slice(); bytes[at] ^= 1; return bytes }
  const composed = await keyFor("caf\\u00e9 caf\\u00e9 caf\\u00e9", header)
  const apart = await keyFor("cafe\\u0301 cafe\\u0301 cafe\\u0301", header)
  return {
    again: (await unseal(key, one)).pages[0].safe,
    count: COUNT, stated: new DataView(one.buffer).getUint32(4), magic: String.fromCharCode(...one.slice(0, 4)),
    sizes: [one.length, large.length], key: [key.extractable, key.algorithm.length],
    nonces: String(one.slice(24, 36)) === String(two.slice(24, 36)),
    same: String(one.slice(36)) === String(two.slice(36)),
    salts: String(freshHeader()) === String(freshHeader()),
    bent: [await wrongly(bent(10)), await wrongly(bent(30)), await wrongly(bent(40)), await wrongly(one.slice(0, -1))],
    other: await wrongly(one, await keyFor("slow water and flat stone", header)),
    typed: await wrongly(await seal(composed, header, thing), apart),
    foreign: [headerOf(new Uint8Array(100)), headerOf(one.slice(0, 50)), headerOf("HSJ1"), headerOf(bent(0))],
    weaker: headerOf((() => { const bytes = one.slice(); bytes[5] = 0; return bytes })()),
  }
}"""  # noqa: E501

PURE = """async () => {
  const { emptyBook, merge, put, takeOut } = await import("/static/js/journal/book.js")
  const { patterns } = await import("/static/js/journal/patterns.js")
  const { fromJson, toJson } = await import("/static/js/journal/files.js")
  const id = (letter) => letter.repeat(24)
  const [a, b, c] = ["a", "b", "c"].map(id)
  const before = put(put(emptyBook(), "pages", { id: a, safe: "one" }, 10), "pages", { id: b, safe: "two" }, 20)
  const here = put(takeOut(before, "pages", b, 30), "pages", { id: c, safe: "three" }, 40)
  const there = put(before, "pages", { ...before.pages[0], safe: "one, changed" }, 35)
  const late = put(before, "pages", { ...before.pages[1], safe: "two, after all" }, 50)
  const said = (book) => book.pages.map(({ safe }) => safe)
  const about = (afters) => patterns(afters.map((after) => ({ silence: "water", after })))
  return {
    both: said(merge(here, there)), turned: said(merge(there, here)),
    alone: said(merge(here, here)), late: said(merge(here, late)), empty: said(merge(emptyBook(), here)),
    few: about(["steadier", "steadier"]).length, none: about(["steadier", "less", "same", "unsure"]).length,
    half: about(["steadier", "steadier", "less", "less"]).length,
    most: about(["steadier", "less", "steadier"])[0], less: about(["less", "less", "less", undefined])[0],
    back: said(fromJson(toJson(here))), drafts: fromJson(toJson(put(here, "drafts", { id: a }, 1))).drafts.length,
  }
}"""  # noqa: E501


@pytest.fixture
def at_the_journal(people: People) -> Callable[[str], Any]:
    vera = people.add(Visitor, "Vera").goes_to("/journal").reads("A page for yourself")
    evaluate: Callable[[str], Any] = vera.page.evaluate
    return evaluate


def test_the_seal_is_whole(at_the_journal: Callable[[str], Any]) -> None:
    """A fresh nonce each time, a header nobody can change, a key that stays, no telling size."""
    found = at_the_journal(SEAL)

    assert found["again"] == "the same words"
    assert found["count"] == found["stated"] == 600_000
    assert found["magic"] == "HSJ1"
    assert found["sizes"] == [24 + 12 + 4096 + 16] * 2
    assert found["key"] == [False, 256]
    assert (found["nonces"], found["same"], found["salts"]) == (False, False, False)
    assert found["bent"] == [True] * 4
    assert found["other"] is True
    assert found["typed"] == "opened"
    assert found["foreign"] == [None] * 4
    assert found["weaker"] is None


def test_two_books_come_together_without_loss(at_the_journal: Callable[[str], Any]) -> None:
    """The later form of a page stays, whoever asks; three of a kind are noticed, two never."""
    found = at_the_journal(PURE)

    assert found["both"] == found["turned"] == ["one, changed", "three"]
    assert found["alone"] == found["empty"] == found["back"] == ["one", "three"]
    assert found["late"] == ["one", "two, after all", "three"]
    assert (found["few"], found["none"], found["half"], found["drafts"]) == (0, 0, 0, 0)
    assert found["most"] == {
        "about": "silence",
        "code": "water",
        "left": "steadier",
        "n": 2,
        "all": 3,
    }
    assert found["less"]["n"] == found["less"]["all"] == 3
