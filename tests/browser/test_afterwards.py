"""The page after a circle: where it goes on, and five who answer without their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Request

from facilitator.content.texts.feedback import ORGANIZER
from tests.browser.house import Server
from tests.browser.people import OFFLINE, PICTURES, Guest, InRoom, Person, Visitor, said, until
from tests.browser.rooms import FACILITATORS, PASSWORD, People, Room

GROUP = {
    "Name of the group": "Wednesday circle",
    "What your card says you are": "A peer facilitator",
    "How you can be reached": "hello@example.org",
    "Other support": "Telephone counselling: 0800 111 0 111",
}
NOT_BEGUN = "The circle hasn’t begun yet."
SIZES = ((320, 640), (768, 1024), (1280, 720))


@pytest.fixture
def ria(visitor: Callable[..., Visitor]) -> Visitor:
    """Ria is signed in, and reads the page of a group of hers."""
    ria = visitor("Ria").goes_to("/sign-in")
    ria.writes("E-mail", FACILITATORS["Ria"]).writes("Password", PASSWORD).presses("Sign in")
    ria.reads("Your groups").goes_to("/groups/new")
    for label, words in GROUP.items():
        ria.writes(label, words)
    return ria.presses("Make the group").reads("First steps")


@pytest.fixture
def room(ria: Visitor, open_circle: Callable[..., Room]) -> Room:
    """A circle of that group."""
    return open_circle("--group", ria.page.url.rpartition("/")[2], scale=1)


def ends(server: Server, room: Room, *everybody: InRoom) -> None:
    server.command("circle", "close", room.id)
    for one in everybody:
        one.reads(said("cover.closed"), said("cover.closed.line"), said("afterwards.journal"))


def answers(guest: Guest, question: str, answer: str) -> None:
    group = guest.page.get_by_role("group", name=said(f"feedback.{question}"))
    group.get_by_label(said(answer), exact=True).check()


def is_pictured(one: Person, name: str) -> None:
    """In every width, light and dark, with nothing beside the page and nothing for axe."""
    for theme in ("light", "dark"):
        one.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        for width, height in SIZES:
            one.page.set_viewport_size({"width": width, "height": height})
            assert one.page.evaluate("() => document.body.scrollWidth - innerWidth") <= 0
            one.can_leave_fast()
            if PICTURES:
                one.page.screenshot(path=f"{PICTURES}/{name}-{theme}-{width}.png", full_page=True)
        one.axe()
    one.page.emulate_media(color_scheme=None)


def test_five_answers_are_told_as_one(server: Server, ria: Visitor, room: Room) -> None:
    """With four its page says only that; with the fifth it says something rough."""
    guests = [room.joins(name) for name in ("Sam", "Lee", "Ana", "Joe", "Kim")]
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    for one in guests:
        one.page.on("request", note)
    ends(server, room, *guests)
    first, *others = guests
    is_pictured(first, "after")
    for one in guests:
        answers(one, "free", "feedback.free.yes")
    answers(first, "listened", "feedback.listened.yes")
    answers(first, "again", "feedback.again.yes")

    for one in others:
        one.presses(said("feedback.send")).reads(said("feedback.sent"))
    ria.follows("After meetings").reads(str(ORGANIZER["title"]), str(ORGANIZER["none"]))
    first.presses(said("feedback.send")).reads(said("feedback.sent"))

    ria.reloads().reads(str(ORGANIZER["share.5"]), str(ORGANIZER["of.5"]))
    is_pictured(ria, "answers")
    posts = [request.all_headers() for request in asked if request.method == "POST"]
    assert len(posts) == 5
    assert not any("cookie" in headers for headers in posts)
    assert first.heard_last() == said("feedback.sent")
    is_pictured(first, "after-sent")


def test_who_holds_the_circle_looks_back_instead(server: Server, room: Room) -> None:
    """No question for those who read the sums; a way to their own debrief."""
    desk = room.facilitator()

    ends(server, room, desk)

    desk.reads(said("afterwards.debrief"))
    assert not desk.sees(said("feedback.title"))
    links = desk.page.get_by_role("link").evaluate_all("(all) => all.map((one) => one.pathname)")
    assert {"/journal", "/journal/debrief"} <= set(links)
    is_pictured(desk, "after-desk")


def test_leaving_it_out_is_one_tap_and_sends_nothing(server: Server, room: Room) -> None:
    """By its own button, and by sending a form in which everything was left out."""
    sam, lee = room.joins("Sam"), room.joins("Lee")
    asked: list[str] = []
    for one in (sam, lee):
        one.page.on("request", lambda request: asked.append(request.url))
    ends(server, room, sam, lee)
    asked.clear()

    sam.presses(said("feedback.close")).reads(said("feedback.closed"))
    lee.presses(said("feedback.send")).reads(said("feedback.closed"))

    assert asked == []
    for one in (sam, lee):
        one.reads(said("cover.closed"), said("afterwards.journal"))


def test_by_keyboard_alone(server: Server, room: Room) -> None:
    """To a sent answer with Tab, Space and Enter."""
    sam = room.joins("Sam")
    ends(server, room, sam)
    keys = sam.page.keyboard

    def on(words: str) -> bool:
        keys.press("Tab")
        script = "() => document.activeElement.closest('label,button,a,summary')?.textContent ?? ''"
        return words in str(sam.page.evaluate(script))

    until(lambda: on(said("feedback.free.yes")), "the first question")
    keys.press("Space")
    chosen = sam.page.evaluate("() => new FormData(document.forms[0]).get('free')")
    assert chosen == "yes"
    until(lambda: on(said("feedback.send")), "the way to send")
    keys.press("Enter")

    sam.reads(said("feedback.sent"))
    assert sam.page.evaluate("() => document.activeElement.textContent") == said("feedback.sent")


def test_with_the_line_down_nothing_is_lost_and_support_is_near(server: Server, room: Room) -> None:
    """It says that it didn't go through; the same answer goes once the line is back."""
    sam = room.joins("Sam")
    ends(server, room, sam)
    sam.loses_the_line().excuses("feedback")
    answers(sam, "leaving", "feedback.leaving.less")
    sam.presses(said("feedback.send")).reads(said("feedback.not_sent"))
    sam.presses(said("care.support")).reads(GROUP["Other support"])

    sam.has_the_line_back().presses(said("feedback.send"))

    sam.reads(said("feedback.sent"))


def test_other_support_is_one_tap_away_with_the_line_down(
    server: Server, room: Room, people: People
) -> None:
    """On every screen of somebody who takes part (I61)."""
    words = GROUP["Other support"]
    room.facilitator()
    sam = room.joins("Sam").reads(NOT_BEGUN)

    def is_near(state: str) -> None:
        sam.context.set_offline(True)
        if not sam.sees(words):
            sam.page.get_by_text("Other support", exact=True).first.click()
        assert sam.sees(words), state
        sam.page.evaluate("() => document.getElementById('support').open = false")
        sam.context.set_offline(False)

    sam.loses_the_line()
    is_near("in the room")
    for state, there, back in (
        ("curtain", lambda: sam.taps("Curtain"), lambda: sam.presses(said("cover.curtain.do"))),
        (
            "back to me",
            lambda: sam.looks_after_myself(said("care.back_to_me")),
            lambda: sam.presses(said("care.close")),
        ),
        ("stepped out", lambda: sam.taps("Step out"), lambda: sam.presses(said("cover.out.do"))),
    ):
        there()
        is_near(state)
        back()
    sam.context.set_offline(True)
    sam.reads(said("connection.dropped"))
    is_near("the line is lost")
    sam.no_longer_reads(said("connection.dropped"))
    tab = people.beside(sam, Guest).goes_to(f"/circle/{room.id}").is_connected()
    # One browser, one line: what is down for the older tab is down for both.
    tab.excuses(OFFLINE)
    sam.reads(said("cover.elsewhere"))
    is_near("elsewhere")
    tab.closes_the_browser()
    sam.presses(said("cover.elsewhere.do")).reads(NOT_BEGUN)
    server.command("circle", "close", room.id)
    sam.reads(said("cover.closed"))
    is_near("closed")
    sam.expects_a_refusal(410).reloads()
    sam.reads(said("cover.closed"), words, said("afterwards.journal"))
    is_pictured(sam, "finished")
