"""Meetings nobody planned: random people answer, change their minds or keep silent, seats come and
go, time passes; after every step nobody has lost what was theirs.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from facilitator.schedule.places import (
    HOUR,
    Answer,
    Places,
    Reply,
    answered,
    lapsed,
    offer_answered,
    offer_length,
    resized,
    taken,
)

DOORS = 12 * 24 * HOUR
PEOPLE = ("Ann", "Bo", "Kim", "Lee", "Max", "Sam")

people = st.sampled_from(PEOPLE)
answers = st.sampled_from((*Answer, Answer.COMING, Answer.COMING))


class PlacesOfAMeeting(RuleBasedStateMachine):
    """Each step is asked twice; what it did is compared with what was."""

    def __init__(self) -> None:
        super().__init__()
        self.replies: tuple[Reply, ...] = ()
        self.seats, self.now = 2, 0
        self.took_turns: set[str] = set()

    @initialize(seats=st.integers(1, 4), now=st.sampled_from((0, 0, DOORS - 30 * HOUR)))
    def meeting_is_published(self, seats: int, now: int) -> None:
        self.seats, self.now = seats, now

    @rule(person=people, answer=answers)
    def somebody_answers(self, person: str, answer: str) -> None:
        was = self._reply(person)
        self._does(lambda r, *when: answered(r, person, answer, *when), by=person)
        self._answer_is(person, answer, was)

    @rule(person=people, takes=st.booleans())
    def somebody_answers_an_offer(self, person: str, takes: bool) -> None:
        was = self._reply(person)
        offered = was is not None and was.offered_until is not None
        self._does(lambda r, *when: offer_answered(r, person, takes, *when), by=person)
        if not offered:
            reached = was is not None and was.place == "waiting"
            assert self._reply(person) == was or (
                reached and self._place(person) in (("seat",) if takes else ("seat", ""))
            )
        elif not takes:
            self._answer_is(person, Answer.NOT_THIS_TIME, was)

    @rule(length=st.sampled_from((1, HOUR, 5 * HOUR, 24 * HOUR, 24 * HOUR, 49 * HOUR)))
    def time_passes(self, length: int) -> None:
        self.now += length

    @rule()
    def the_house_looks(self) -> None:
        self._does(lapsed)

    @rule(seats=st.integers(1, 5))
    def the_organizer_changes_the_seats(self, seats: int) -> None:
        """Never below what is promised: that is answered with a sentence before it comes here."""
        self.seats = max(seats, taken(self.replies))
        self._does(resized)

    # --- What is true of every step ---------------------------------------------------------------

    def _does(self, change: object, by: str = "") -> None:
        assert callable(change)
        before = self.replies
        when = (self.seats, self.now, offer_length(DOORS, self.now))
        once: Places = change(before, *when)
        twice: Places = change(once.replies, *when)

        assert twice == Places(once.replies, ()), "asked twice is not once"
        self.replies = once.replies
        self._nobody_lost_a_seat(before, by)
        self._the_line_was_kept(before)
        self._those_concerned_were_told(before, once, by)
        self._nobody_waits_for_nothing()

    def _nobody_lost_a_seat(self, before: tuple[Reply, ...], by: str) -> None:
        for was in before:
            now = self._reply(was.person)
            assert now is not None
            if was.person != by and was.place == "seat":
                assert now == was
            if was.person != by and was.place == "offered" and (was.offered_until or 0) > self.now:
                assert now == was
            assert was.person == by or now.answer == was.answer

    def _the_line_was_kept(self, before: tuple[Reply, ...]) -> None:
        """Whoever got something came before everybody who was waiting unasked and got nothing."""
        got = [
            was.line
            for was in before
            if was.place == "waiting" and self._place(was.person) in ("seat", "offered")
            if was.offered_until is None
        ]
        passed = [
            was.line
            for was in before
            if was.place == "waiting" and self._place(was.person) == "waiting"
            if was.offered_until is None
        ]
        assert max(got, default=0) < min(passed, default=10**9)
        lines = [reply.line for reply in self.replies if reply.place == "waiting"]
        assert len(set(lines)) == len(lines)
        assert 0 not in lines
        for was in before:
            if was.place == self._place(was.person) == "waiting":
                now = self._reply(was.person)
                assert now is not None
                assert now.line == was.line

    def _those_concerned_were_told(self, before: tuple[Reply, ...], once: Places, by: str) -> None:
        told = dict(once.told)
        assert len(told) == len(once.told)
        for was in before:
            place = self._place(was.person)
            changed = was.person != by and place != was.place
            if changed and place in ("seat", "offered"):
                assert told[was.person] == ("yours" if place == "seat" else "offered")
            if told.get(was.person) == "passed_on":
                assert was.place == "offered"
                assert (was.offered_until or 0) <= self.now
                assert taken(self.replies) >= self.seats

    def _nobody_waits_for_nothing(self) -> None:
        """While a seat is free everybody in the line was asked; near the doors nobody waits."""
        if taken(self.replies) >= self.seats:
            return
        waiting = [reply for reply in self.replies if reply.place == "waiting"]
        assert all(reply.offered_until is not None for reply in waiting)
        assert not waiting or offer_length(DOORS, self.now) > 0

    @invariant()
    def never_more_than_there_are(self) -> None:
        assert taken(self.replies) <= self.seats

    @invariant()
    def places_fit_answers(self) -> None:
        for reply in self.replies:
            assert (reply.place != "") == (reply.answer == Answer.COMING)
            if reply.place == "offered":
                assert reply.offered_until is not None
                assert reply.offered_until <= DOORS - HOUR
            if reply.place in ("", "seat"):
                assert reply.offered_until is None
            assert reply.place != "seat" or reply.line == 0

    def teardown(self) -> None:
        """No starvation: when all who hold something go, one after the other, everybody who waits
        is asked or given a seat, however silent the others are."""
        reached: set[str] = set()
        waiting = {reply.person for reply in self.replies if reply.place == "waiting"}
        for _ in range(4 * len(PEOPLE)):
            holding = [r.person for r in self.replies if r.place in ("seat", "offered")]
            reached.update(holding)
            if holding:
                self.somebody_answers(holding[0], Answer.NOT_THIS_TIME)
            self.the_house_looks()
        assert all(
            person in reached or (reply is not None and reply.offered_until is not None)
            for person in waiting
            for reply in [self._reply(person)]
        )

    def _reply(self, person: str) -> Reply | None:
        return next((reply for reply in self.replies if reply.person == person), None)

    def _place(self, person: str) -> str:
        reply = self._reply(person)
        return "" if reply is None else reply.place

    def _answer_is(self, person: str, answer: str, was: Reply | None) -> None:
        reply = self._reply(person)
        assert reply is not None
        assert reply.answer == answer
        if answer != Answer.COMING:
            assert reply.place == ""
        elif was is not None and was.place == "seat":
            assert reply == was
        else:
            assert reply.place in ("seat", "waiting")


TestPlaces = PlacesOfAMeeting.TestCase
