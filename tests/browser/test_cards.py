"""What somebody looks at alone stays on their device; what a pause came between is there again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from facilitator.content.beliefs import BELIEFS
from facilitator.content.prompts import SMALL_STEPS
from tests.browser.people import Facilitator, Guest, said, until
from tests.browser.rooms import Room
from tests.browser.test_keyboard import enters

OWN_SENTENCE = "Larch and lantern may carry it with me."
STEADY = "Marguerite-of-the-ferry"
SET_DOWN = "the kettle I never mended"
# What goes out by itself: that the line is up, and what time it is.
BY_ITSELF = re.compile(r'^(2|3)$|^42\d*\["clock"')
FOCUSED = "() => document.activeElement.id || document.activeElement.value"


def overheard(one: Guest) -> list[str]:
    """From now on: everything that leaves this browser, by any way."""
    out: list[str] = []
    one.page.on(
        "websocket", lambda line: line.on("framesent", lambda frame: out.append(str(frame)))
    )
    one.page.on(
        "request",
        lambda asked: out.append(f"{asked.method} {asked.url} {asked.post_data or ''}"),
    )
    return out


def card_of(one: Guest) -> str:
    return one.page.locator("blockquote.paper > p").inner_text()


def test_a_card_is_turned_by_oneself(open_circle: Callable[..., Room]) -> None:
    """Cards, sentences of one's own, steps, a steady person: no message carries any of it, and none
    goes out because of it; what shall be said aloud is a draft of the next space."""
    room = open_circle(scale=0.5, agenda="sentences_beside")
    ann = room.guest("Ann")
    out = overheard(ann)
    ann.reloads().comes_in()
    ben = room.joins("Ben")
    ria = room.facilitator().begins()
    leaves_for_today(ria, "Check-in", "Silence")
    ria.leads_to("Introduce the reflection").takes("Introduce the reflection")
    ann.reads(said("card.turn"), within_s=30)
    until(lambda: (ann.page.evaluate("() => null"), bool(out))[1], "something to go out")
    out.clear()

    for way in ("card.not_today", "card.not_mine"):
        ann.presses(said("card.turn")).reads(said("card.line")).presses(said(way))
        ann.reads(said("card.laid_away")).presses(said("card.another"))
    ann.is_well("a card")
    kept = card_of(ann)
    for step in ("card.turn", "card.stand", "card.keep"):
        enters(ann, said(step))
    enters(ann.reads(said("card.kept")), said("card.another"))
    ann.presses(said("card.turn")).presses(said("card.own"))
    ann.writes(said("card.own_label"), OWN_SENTENCE)
    ann.presses(said("card.own_done")).reads(OWN_SENTENCE).is_well("cards side by side")
    ann.presses(said("card.aloud")).reads(said("card.drafted"))
    ann.opens(said("leaving.small_step"))
    ann.presses(str(SMALL_STEPS["step.nothing"])).reads(said("small.chosen"))
    ann.opens(said("leaving.steady_person")).writes(said("steady.name"), STEADY)
    ann.presses(said("steady.no_one")).reads(said("steady.after"))
    ann.page.evaluate("() => null")

    sent = [one for one in out if not BY_ITSELF.match(one)]
    print(f"{len(out)} messages in that time, {len(sent)} of them of a person")
    assert sent == []
    shelf = json.loads(ann.page.evaluate("() => sessionStorage.getItem('keepsakes')"))
    assert [one["text"].split("\n")[0] for one in shelf] == [kept]

    ria.leads_to("Introduce the sharing").takes("Introduce the sharing")
    ben.reads("A quiet moment to think")
    ben.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Ann")
    ann.takes_the_space()
    assert ann.draft == OWN_SENTENCE
    ann.presses(said("mine.let_go"))
    words = [OWN_SENTENCE, STEADY, *(str(card.old) for card in BELIEFS), "belief."]
    assert not [one for one in out for word in words if word in one]
    ben.never_read(OWN_SENTENCE, STEADY)
    ria.never_read(OWN_SENTENCE, STEADY)


def leaves_for_today(ria: Facilitator, *kinds: str) -> None:
    ria.opens(said("frame.title"))
    for kind in kinds:
        ria.presses(f"Leave this for today: {kind}")


def test_how_somebody_leaves_is_theirs(open_circle: Callable[..., Room]) -> None:
    """What is set down and how one leaves go nowhere; a farewell has prompts of its own, and a
    wave is a word; only a pressed button tells anyone."""
    room = open_circle(scale=0.2, agenda="farewell")
    ann = room.guest("Ann")
    out = overheard(ann)
    ann.reloads().comes_in()
    ben = room.joins("Ben")
    ria = room.facilitator().begins()
    leaves_for_today(ria, "Check-in", "Silence", "Sharing")
    ria.leads_to("Open the closing").takes("Open the closing")
    ann.reads("What I take with me.", "What I leave here.", "Nothing, and I’m here.", within_s=30)
    ria.leads_until("What can stay here?")
    ann.writes(said("release.down"), SET_DOWN).writes(said("release.mine"), "the rest")
    ann.is_well("release").presses(said("release.set_down")).reads(said("release.gone"))
    assert ann.page.locator("#release-down").input_value() == ""
    ria.leads_until("A word to leave with")
    ann.chooses("a quiet wave").presses("Show the circle")
    ria.leads_until("We part here.")
    ben.reads("a quiet wave")
    ann.reads(said("leaving.question"), within_s=60)
    out.clear()
    for way in ("leaving.more", "leaving.same", "leaving.skip", "leaving.less"):
        ann.presses(said(way))
    ann.reads(said("parting.only_buttons")).presses(said("parting.steady"))
    ann.reads(said("parting.steady_none")).is_well("leaving less steady")
    ann.page.evaluate("() => null")

    assert [one for one in out if not BY_ITSELF.match(one)] == []
    assert not [one for one in (*ben.heard, *ria.heard) if SET_DOWN in one]


def test_a_pause_leaves_everything_where_it_was(open_circle: Callable[..., Room]) -> None:
    """The room is held while Ann chooses a word and while she writes: her choice, her draft, what
    may come back and where she stood are there again."""
    room = open_circle(scale=0.4)
    ann, ben = room.joins("Ann"), room.joins("Ben")
    ria = room.facilitator().begins()
    ria.leads_to("Introduce the check-in").takes("Introduce the check-in")
    ann.reads("Choosing, each for ourselves", within_s=30).chooses("fog")
    held(ria, ann)
    assert ann.page.get_by_label("fog", exact=True).is_checked()
    assert ann.page.evaluate(FOCUSED) == "weather.fog"

    leaves_for_today(ria, "Silence")
    ria.leads_to("Introduce the sharing").takes("Introduce the sharing")
    ben.reads("A quiet moment to think", within_s=30).looks_after_myself("Pass this round")
    ria.offers_the_space_to("Ann")
    ann.takes_the_space().writes("Your words", "Half a sentence")
    level = ann.page.get_by_role("radio", name=re.compile("^A few words of company"))
    level.check()
    ann.page.get_by_label("Your words", exact=True).focus()
    ann.page.keyboard.type(" and")
    held(ria, ann)
    assert ann.draft == "Half a sentence and"
    assert level.is_checked()
    assert ann.page.evaluate(FOCUSED) == "share-words"
    ann.page.keyboard.type(" more")
    assert ann.draft == "Half a sentence and more"


def held(ria: Facilitator, one: Any) -> None:
    """A quiet minute came between, and is over."""
    ria.presses(said("desk.hold"))
    one.reads("A quiet minute")
    ria.presses(said("desk.resume"))
    one.no_longer_reads("A quiet minute")
