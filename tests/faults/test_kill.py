"""The server is killed in the middle of a circle, again and again: nothing that was answered is
lost or doubled, and everybody finds the circle as they left it (S11, I34)."""

import os
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
import websocket
from sqlalchemy import text

from facilitator.store.database import read
from tests.live.people import Opened, Person, Server

KILLS = int(os.environ.get("HOLDSPACE_KILLS", "50"))
BACK_WITHIN_S = 10.0
ANSWER_WITHIN_S = 10.0
TIMERS_WITHIN_MS = 1000


@dataclass
class Asked:
    """A command, and whether somebody was told that it happened."""

    do: str
    fields: dict[str, Any]
    id: str = field(default_factory=lambda: str(uuid4()))
    answer: dict[str, Any] | None = None


class Insistent:
    """Somebody who asks without pause, and asks again under the same id after every drop."""

    def __init__(self, person: Person, rng: random.Random) -> None:
        self.person, self.rng = person, rng
        self.asked: list[Asked] = []
        self.resent = 0
        self.level = "none"
        self.stopping = threading.Event()
        self.waiting = threading.Event()
        self.back_after: list[float] = []
        self.trouble: list[str] = []
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            while not self.stopping.is_set():
                self._ask(self._next())
                # The pace of a person's hand: the load itself. Answers are awaited.
                time.sleep(self.rng.uniform(0.13, 0.3))
        except BaseException as wrong:
            self.trouble.append(f"{self.person.name}: {wrong!r}")
            raise

    def _next(self) -> Asked:
        """Something that leaves a trace whose number of happenings can be seen."""
        raise NotImplementedError  # each character below says its own

    def _ask(self, asked: Asked) -> None:
        self.asked.append(asked)
        while asked.answer is None:
            try:
                number = self.person.tab.sends(
                    "command", {"id": asked.id, "do": asked.do, **asked.fields}
                )
                answer = self.person.tab.answer(number, ANSWER_WITHIN_S)
            except (OSError, websocket.WebSocketException):
                answer = None
            if answer is None:
                self._come_back()
                self.resent += 1
            elif answer.get("code") == "wire/too_much":
                time.sleep(0.2)  # told to be slower; the same id is asked again until answered
            else:
                asked.answer = answer

    def _come_back(self) -> None:
        """A new socket as soon as there is somebody to answer."""
        began = time.monotonic()
        while True:
            try:
                self.person.opens()
            except (OSError, websocket.WebSocketException, AssertionError):
                assert time.monotonic() - began < 3 * BACK_WITHIN_S, "the server does not come back"
                time.sleep(0.02)  # between two looks; the assertion above bounds the wait
            else:
                up = max(began, self.person.circle.server.up_at)
                self.back_after.append(time.monotonic() - up)
                return

    def _idle(self) -> Asked:
        """Something harmless that leaves a trace: the last one that was answered has to stay."""
        if not self.person.you["agreed"]:
            version = self.person.room["agreements"]["version"]
            return Asked("accept_agreements", {"version": version})
        self.level = "presence" if self.level == "none" else "none"
        return Asked("set_reply_level", {"level": self.level})


class Sharer(Insistent):
    """Gives a share whenever there is an offer."""

    def _next(self) -> Asked:
        you = self.person.you
        turn = you["turn"]
        if you["asked"] == "offered" and you["agreed"]:
            return Asked("take_turn", {"turn": turn["id"], "how": "write"})
        if you["asked"] == "sharing" and you["agreed"]:
            words = {"turn": turn["id"], "text": f"share {turn['id']} of {self.person.name}"}
            return Asked("publish_share", {**words, "level": "none"})
        return self._idle()


class Passer(Insistent):
    """Passes whatever is offered; then is never offered again."""

    def _next(self) -> Asked:
        you, current = self.person.you, self.person.room["round"]
        if you["asked"] in ("offered", "up_next", "choosing"):
            return Asked("pass", {"round": current["index"]})
        return self._idle()


class Restless(Insistent):
    """Signals, steps out and comes back."""

    def _next(self) -> Asked:
        if self.person.you["place"] == "out" and not self.person.you["returning"]:
            return Asked("come_back", {})
        asked = self.rng.choice(["step_out", "pause_please", "cancel_pause_please", ""])
        return Asked(asked, {}) if asked else self._idle()


class Holder(Insistent):
    """Leads from round to round, adds a line to the agreements between them, and turns the key of
    the door all the while."""

    locked = False
    lines = 0

    def _next(self) -> Asked:
        room, current = self.person.room, self.person.room["round"]
        if room["stop"] is not None:
            return Asked("resume_room", {})
        if current["step"] is None and self.rng.random() < 0.5:
            return self._between(current["index"])
        if current["step"] in ("thinking", "quiet", "resting") and self.rng.random() < 0.2:
            return Asked("move_on", {"round": current["index"], "step": current["step"]})
        self.locked = not self.locked
        return Asked("lock_door", {"locked": self.locked})

    def _between(self, index: int) -> Asked:
        last = len(self.person.room["agenda"]) - 1
        if self.lines <= index or index + 1 == last:
            self.lines += 1
            return Asked("add_agreement", {"text": f"line {self.lines}"})
        return Asked("introduce_round", {"index": index + 1})


@pytest.mark.slow
def test_killed_at_fifty_moments(server: Server) -> None:
    """Fifty times, at random moments, with real sockets that ask without pause."""
    seed = int(os.environ.get("HOLDSPACE_SEED", "0")) or random.SystemRandom().randrange(1, 1 << 31)
    print(f"seed {seed}")
    rng = random.Random(seed)
    circle = server.open_circle("Ria", "Tom", agenda="long", seats=8)
    ria, tom = circle.hosted(0), circle.hosted(1)
    sam, lee, noor, kim, ash = (circle.visited(n) for n in ("Sam", "Lee", "Noor", "Kim", "Ash"))
    ria.begins().goes_to_turns()
    crowd = [
        Holder(ria, rng),
        Sharer(sam, rng),
        Sharer(lee, rng),
        Passer(noor, rng),
        Passer(kim, rng),
        Restless(ash, rng),
    ]
    for one in crowd:
        one.thread.start()
    watch = Watcher(circle, tom)
    try:
        for _ in range(KILLS):
            # The moment of the kill is the chance that is tested.
            time.sleep(rng.uniform(0.2, 1.2))
            watch.kill_and_look()
            assert not [t for one in crowd for t in one.trouble]
    finally:
        for one in crowd:
            one.stopping.set()
        for one in crowd:
            one.thread.join(3 * BACK_WITHIN_S)
    assert not [t for one in crowd for t in one.trouble]

    resent = sum(one.resent for one in crowd)
    answered = sum(len(one.asked) for one in crowd)
    back = sorted(s for one in crowd for s in one.back_after)
    print(
        f"{KILLS} kills, {answered} commands answered, {resent} sent again; everybody back within "
        f"{back[-1]:.1f} s (median {back[len(back) // 2]:.1f} s); {watch.compared} timers moved by "
        f"at most {watch.moved} ms; server started within {max(watch.starts):.1f} s"
    )
    assert resent > KILLS / 2
    assert back[-1] < BACK_WITHIN_S
    assert watch.compared > KILLS / 4
    happened_once(circle, crowd)


class Watcher:
    """Looks at the circle through Tom's eyes and the store's, before each kill and after."""

    def __init__(self, circle: Opened, tom: Person) -> None:
        self.circle, self.tom = circle, tom
        self.starts: list[float] = []
        self.moved = 0
        self.compared = 0
        self.settled: set[tuple[str, str]] = set()

    def kill_and_look(self) -> None:
        server = self.circle.server
        server.kill()
        before = self._kept()
        began = time.monotonic()
        server.start()
        self.starts.append(time.monotonic() - began)
        began = time.monotonic()
        self.tom.opens()
        self._everybody_is_back(began)
        after = self._kept()
        assert after.circle.lead == before.circle.lead
        assert after.circle.phase == before.circle.phase
        assert after.circle.added_agreements[: len(before.circle.added_agreements)] == (
            before.circle.added_agreements
        )
        if after.circle.round.index == before.circle.round.index:
            assert after.circle.round.settled >= before.circle.round.settled
        for share in before.circle.shares.values():
            assert after.circle.shares[share.id].audience <= share.audience
            assert after.words[f"share:{share.id}"] == before.words[f"share:{share.id}"]
        self._nobody_is_asked_again(after)
        self._timers(before.circle, after.circle)

    def _kept(self) -> Any:
        """What the store holds, read afresh by this process."""
        house = self.circle.house
        house.circles.forget(self.circle.id)
        with read(house.database) as session:
            return house.circles.load(session, self.circle.id)

    def _everybody_is_back(self, began: float) -> None:
        def all_here(view: dict[str, Any]) -> bool:
            return all(s["presence"] in ("here", "out") for s in view["desk"]["seats"])

        self.tom.sees(all_here, BACK_WITHIN_S - (time.monotonic() - began))
        assert self.tom.room["stop"] is None or self.tom.room["stop"]["kind"] != "held"

    def _nobody_is_asked_again(self, kept: Any) -> None:
        """Who has settled the question is not in the queue, and has no offer (I4)."""
        current = kept.circle.round
        question = current.step.question if current.step else ""
        settled = {seat for what, seat in current.settled if what == question}
        assert not settled & set(current.queue)
        if current.turn is not None and current.turn.phase == "offered":
            assert current.turn.seat not in settled

    def _timers(self, before: Any, after: Any) -> None:
        """A timer that is still the same one ends when it did (I41)."""
        assert abs(before.promised_end - after.promised_end) <= TIMERS_WITHIN_MS
        one, other = before.round.timer, after.round.timer
        if (before.round.index, before.round.at) == (after.round.index, after.round.at) and one:
            self._moved(before.wall_time(one.ends) - after.wall_time(other.ends), before, after)
        one, other = before.turn, after.turn
        if one and other and (one.id, one.phase) == (other.id, other.phase):
            self._moved(
                before.wall_time(one.timer.ends) - after.wall_time(other.timer.ends), before, after
            )

    def _moved(self, by: int, before: Any, after: Any) -> None:
        if before.stopped_ms != after.stopped_ms or before.frozen or after.frozen:
            return
        self.compared += 1
        self.moved = max(self.moved, abs(by))
        assert abs(by) <= TIMERS_WITHIN_MS


def happened_once(circle: Opened, crowd: list[Insistent]) -> None:
    """What was answered yes is there, once; what was refused is not."""
    house = circle.house
    house.circles.forget(circle.id)
    with read(house.database) as session:
        kept = house.circles.load(session, circle.id)
        answers = session.execute(
            text("select seat_id, command_id from command_answer where circle_id = :id"),
            {"id": circle.id},
        ).all()
    assert kept is not None
    assert len(set(answers)) == len(answers)
    given = []
    for one in crowd:
        seat = kept.circle.seats[one.person.seat]
        yes = [asked for asked in one.asked if asked.answer and asked.answer["ok"]]
        given += [a.fields["text"] for a in yes if a.do == "publish_share"]
        levels = [a.fields["level"] for a in yes if a.do == "set_reply_level"]
        if levels:
            assert seat.level == levels[-1], one.person.name
        if isinstance(one, Holder):
            locks = [a.fields["locked"] for a in yes if a.do == "lock_door"]
            assert kept.circle.locked is locks[-1]
            lines = tuple(a.fields["text"] for a in yes if a.do == "add_agreement")
            assert kept.circle.added_agreements == lines
            assert lines or KILLS < 50
    stored = [words for key, words in kept.words.items() if key.startswith("share:")]
    assert sorted(stored) == sorted(given)
    assert len(kept.circle.shares) == len(given)
    assert len(given) > 1 or KILLS < 50
    print(f"{len(given)} shares, {len(kept.circle.added_agreements)} lines, each there once")
    for person in circle.people:
        person.reloads()
        own = [share["text"] for share in person.you["shares"]]
        assert sorted(own) == sorted(text for text in stored if text.endswith(person.name))
        reached = {
            kept.words[f"share:{share.id}"]
            for share in kept.circle.shares.values()
            if person.seat in share.audience and share.round == kept.circle.round.index
        }
        assert {share["text"] for share in person.room["shares"]} - set(own) <= reached
