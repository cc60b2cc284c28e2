"""A guest with a seat who turns what is there for care against the others."""

import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest

from facilitator.circle.plan import LINE_MESSAGES, PRIVATE_CHARS
from facilitator.live.presence import BURST, PER_SECOND
from tests.live.people import Opened, Person, Server, Tab, until

FLOOD_S = 6.0
# What is longest on the wire: each of them is four bytes there.
LONG_WORDS = "\N{ROSE}" * PRIVATE_CHARS


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server at the pace of real circles."""
    server = Server(tmp_path_factory.mktemp("house")).start()
    yield server
    server.stop()


@pytest.fixture
def room(server: Server) -> Iterator[Opened]:
    """Ria and Tom hold it; Sam and Eve have a seat."""
    circle = server.open_circle("Ria", "Tom")
    ria, tom = circle.hosted(0), circle.hosted(1)
    sam, eve = circle.visited("Sam"), circle.visited("Eve")
    for person in (ria, tom, sam, eve):
        person.sees(lambda v: len(v["room"]["roster"]) == 4)
    eve.sees(lambda v: len(v["you"]["receivers"]) == 2)
    yield circle
    circle.close()


def people(room: Opened) -> tuple[Person, Person, Person, Person]:
    ria, tom, sam, eve = room.people
    return ria, tom, sam, eve


def floods(eve: Person, wish: Callable[[int], dict[str, object]], within: float) -> list[str]:
    """The codes of the answers to as many wishes as somebody could send; "" is yes."""
    codes, deadline = [], time.monotonic() + within
    while time.monotonic() < deadline and eve.tab.open:
        body = {"id": str(uuid4()), **wish(len(codes))}
        answer = eve.tab.answer(eve.tab.sends("command", body))
        codes.append("closed" if answer is None else answer.get("code", ""))
        time.sleep(0.02)
    return codes


def bytes_heard(person: Person) -> int:
    return sum(len(message.encode()) for message in person.tab.raw)


def test_nobody_is_written_to_faster_than_a_person_writes(room: Opened) -> None:
    """The longest words, as fast as the line takes them: the facilitator's line bears it, and the
    others are answered as ever.
    """
    ria, tom, sam, eve = people(room)
    before = {one: bytes_heard(one) for one in (ria, tom, sam)}
    wish = {"do": "write_privately", "to": ria.seat, "text": LONG_WORDS}

    codes = floods(eve, lambda _: wish, FLOOD_S)
    began = time.monotonic()
    sam.does("set_reply_level", level="presence")
    took = time.monotonic() - began

    taken = codes.count("")
    heard = bytes_heard(ria) - before[ria]
    print(f"{taken} of {len(codes)} taken, {heard / 1000:.0f} kB, then Sam waited {took:.3f} s")
    assert set(codes) <= {"", "wire/too_much"}
    assert taken <= BURST / 5 + (FLOOD_S + 1) * PER_SECOND / 5
    assert took < 1
    assert heard < 1_000_000
    assert bytes_heard(tom) == before[tom]
    assert ria.tab.open


def test_a_line_holds_what_a_phone_can_carry() -> None:
    """The whole line comes again with each message, so it has an end."""
    assert LINE_MESSAGES * PRIVATE_CHARS * 4 < 200_000


def test_coming_again_gives_nobody_more(room: Opened) -> None:
    """What a seat may ask is counted by seat: a fresh line has no fresh bucket."""
    _, _, _, eve = people(room)
    taken, began = 0, time.monotonic()

    for _ in range(6):
        tab = Tab(room, eve.cookies)
        numbers = []
        for at in range(BURST):
            mode = ("open", "listening")[at % 2]
            body = {"id": str(uuid4()), "do": "choose_mode", "mode": mode}
            numbers.append(tab.sends("command", body))
        answers = [tab.answer(number) for number in numbers]
        taken += sum(bool(answer and answer["ok"]) for answer in answers)
        tab.closes()
    passed = time.monotonic() - began

    print(f"{taken} taken in {passed:.1f} s")
    assert taken <= BURST + PER_SECOND * (passed + 1)


def test_coming_and_going_without_end_is_no_flicker(room: Opened) -> None:
    """The desk hears of it a few times, the others never; and whoever stays is here at once."""
    ria, _, sam, eve = people(room)
    eve.closes()
    ria.sees(lambda v: v["desk"]["seats"][3]["presence"] == "reconnecting")
    desks, rooms = len(ria.tab.heard), len(sam.tab.heard)
    came, began = 0, time.monotonic()
    while (passed := time.monotonic() - began) < FLOOD_S:
        Tab(room, eve.cookies).closes()
        came += 1

    moved = len(ria.tab.heard) - desks
    print(f"{came} times in {passed:.1f} s, {moved} views of the desk")
    # What the bucket lets through, and the sweep twice a second.
    assert moved <= 2 * (BURST / 5 + (PER_SECOND / 5 + 2) * (passed + 1))
    assert moved < came or came < 30
    assert sam.tab.heard[rooms:] == []
    eve.opens()
    ria.sees(lambda v: v["desk"]["seats"][3]["presence"] == "here")


TOGGLES: dict[str, Callable[[int], dict[str, object]]] = {
    "lighter": lambda n: {"do": "keep_lighter", "on": n % 2 == 0},
    "pause": lambda n: {"do": ("pause_please", "cancel_pause_please")[n % 2]},
    "offers": lambda n: {"do": "no_private_offers", "on": n % 2 == 0},
    "suggesting": lambda n: {"do": "suggest_agreement", "text": f"We go gently {n}."},
}


@pytest.mark.parametrize("what", TOGGLES)
def test_a_wish_changed_without_end_stays_one_wish(room: Opened, what: str) -> None:
    """It reaches the desk as often as a person changes their mind, and nobody else at all."""
    ria, _, sam, eve = people(room)
    desks, rooms = len(ria.tab.heard), len(sam.tab.heard)

    codes = floods(eve, TOGGLES[what], FLOOD_S / 2)

    print(f"{what}: {codes.count('')} of {len(codes)} taken")
    assert codes.count("") <= BURST / 3 + (FLOOD_S / 2 + 1) * PER_SECOND / 3
    assert len(ria.tab.heard) - desks <= codes.count("") + 2
    assert [body for _, body in sam.tab.heard[rooms:]] == []
    assert len(ria.desk["signals"]) <= 1
    until(lambda: eve.asks("step_out").get("ok"), what="an opt-out is taken again soon")


NOTHING_COMES_OF_IT: dict[str, tuple[bool, dict[str, object]]] = {
    "a flag on what never was": (True, {"do": "flag", "share": 77}),
    "a flag on what never was, far away": (True, {"do": "flag", "share": 86_400_000}),
    "a flag on a reply to it": (True, {"do": "flag", "share": 1, "reply": 1}),
    "a flag taken back unraised": (True, {"do": "cancel_flag", "share": 1}),
    "words to a participant": (True, {"do": "write_privately", "to": "{sam}", "text": "Psst."}),
    "words to oneself": (True, {"do": "write_privately", "to": "{eve}", "text": "Psst."}),
    "words to nobody": (True, {"do": "write_privately", "to": "s99", "text": "Psst."}),
    "words of nothing": (True, {"do": "write_privately", "to": "{ria}", "text": "\u200b\u202e "}),
    "somebody else's line": (True, {"do": "open_line", "with": "{sam}"}),
    "somebody else's line wiped": (True, {"do": "wipe_line", "with": "{sam}"}),
    "a line with a facilitator that is none": (True, {"do": "wipe_line", "with": "{ria}"}),
    "staying before the farewell": (True, {"do": "stay", "on": True}),
    "a turn that was never spoken": (True, {"do": "let_rest", "turn": 1}),
    "a cover": (False, {"do": "cover", "share": 1, "covered": True}),
    "an offer": (False, {"do": "private_offer", "seat": "{sam}"}),
    "a signpost": (False, {"do": "signpost", "to": "{sam}", "text": "https://x.example"}),
    "going deeper": (False, {"do": "propose_depth", "round": 2, "depth": 2}),
    "a note to those who hold": (False, {"do": "write_to_facilitators", "text": "Hm."}),
    "staying on": (False, {"do": "announce_stay_on"}),
    "a minute": (False, {"do": "need_minute"}),
    "someone's signal answered": (False, {"do": "answer_signal", "signal": 1, "how": "seen"}),
    "a mark of one's own": (False, {"do": "keep_lighter", "on": True, "mark": "x"}),
    "a wish that is a number": (False, {"do": "keep_lighter", "on": 1}),
    "a wish that is a word": (False, {"do": "no_private_offers", "on": "true"}),
    "a wish without itself": (False, {"do": "keep_lighter"}),
    "a flag on a fraction": (False, {"do": "flag", "share": 1.0}),
    "a flag on yes": (False, {"do": "flag", "share": True}),
    "a flag beyond all numbers": (False, {"do": "flag", "share": 10**30}),
    "a flag on a list": (False, {"do": "flag", "share": [1]}),
    "words to a list": (False, {"do": "write_privately", "to": ["{ria}"], "text": "x"}),
    "words that are none": (False, {"do": "write_privately", "to": "{ria}", "text": None}),
    "words of a book": (False, {"do": "write_privately", "to": "{ria}", "text": "x" * 4001}),
    "a line by its inner name": (False, {"do": "open_line", "with_": "{ria}"}),
    "a suggestion of nothing": (False, {"do": "suggest_agreement", "text": "\u2068\u2069"}),
    "a suggestion of control marks": (False, {"do": "suggest_agreement", "text": "a\x1bb"}),
    "a suggestion of a book": (False, {"do": "suggest_agreement", "text": "x" * 201}),
}


@pytest.fixture(scope="module")
def held(server: Server) -> Iterator[Opened]:
    circle = server.open_circle("Ria", "Tom")
    for number in range(2):
        circle.hosted(number)
    for name in ("Sam", "Eve"):
        circle.visited(name)
    for person in circle.people:
        person.sees(lambda v: len(v["room"]["roster"]) == 4)
    yield circle
    circle.close()


@pytest.mark.parametrize("what", NOTHING_COMES_OF_IT)
def test_what_is_not_theirs_changes_nothing(held: Opened, what: str) -> None:
    """An opt-out is answered yes all the same; and no screen of anybody moves."""
    ria, tom, sam, eve = people(held)
    seats = {"{ria}": ria.seat, "{sam}": sam.seat, "{eve}": eve.seat}
    kind, wish = NOTHING_COMES_OF_IT[what]
    fields = {k: seats.get(v, v) if isinstance(v, str) else v for k, v in wish.items()}
    before = [len(one.tab.heard) for one in (ria, tom, sam, eve)]

    answer = ask(eve, fields)

    assert answer["ok"] is kind, answer
    sam.does("choose_mode", mode=sam.you["mode"])
    assert [len(one.tab.heard) for one in (ria, tom, sam, eve)] == before
    assert eve.tab.open


def ask(eve: Person, fields: dict[str, object]) -> dict[str, object]:
    """These stories come faster than people."""
    while True:
        answer = eve.tab.answer(eve.tab.sends("command", {"id": str(uuid4()), **fields}))
        if answer.get("code") != "wire/too_much":
            return dict(answer)
        time.sleep(0.3)
