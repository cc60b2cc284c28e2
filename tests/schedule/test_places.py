"""Places at a meeting: stories of those who come, wait, change their minds, or don't answer."""

import pytest

from facilitator.schedule.places import (
    HOUR,
    Places,
    answered,
    lapsed,
    offer_answered,
    offer_length,
    resized,
    taken,
)

DAY = 24 * HOUR
MEETING = 30 * DAY


class Evening:
    """One meeting with so many seats, and what its people do as time goes on."""

    def __init__(self, seats):
        self.replies, self.seats, self.now, self.told = (), seats, 0, ()

    def _is(self, places: Places):
        self.replies, self.told = places.replies, places.told

    def _when(self):
        return self.seats, self.now, offer_length(MEETING, self.now)

    def says(self, person, answer):
        self._is(answered(self.replies, person, answer, *self._when()))

    def comes(self, *people):
        for person in people:
            self.says(person, "coming")

    def takes(self, person, *, yes=True):
        self._is(offer_answered(self.replies, person, yes, *self._when()))

    def waits(self, length):
        self.now += length
        self._is(lapsed(self.replies, *self._when()))

    def has_seats(self, seats):
        self.seats = seats
        self._is(resized(self.replies, *self._when()))

    def at(self, place):
        return [reply.person for reply in self.in_line() if reply.place == place]

    def in_line(self):
        return sorted(self.replies, key=lambda reply: (reply.line, reply.person))


@pytest.fixture
def evening():
    """Two seats are taken; Lee and then Max wait."""
    evening = Evening(2)
    evening.comes("Ann", "Bo", "Lee", "Max")
    return evening


def test_who_comes_has_a_seat_while_there_is_one_and_then_waits_in_order(evening):
    """Nobody is asked for a reason, and nobody is turned away."""
    assert evening.at("seat") == ["Ann", "Bo"]
    assert evening.at("waiting") == ["Lee", "Max"]


def test_maybe_holds_no_seat(evening):
    """It can be said at any time, and gives the seat to the next."""
    evening.says("Ann", "maybe")

    assert evening.at("seat") == ["Bo"]
    assert evening.told == (("Lee", "offered"),)


def test_a_seat_that_came_free_is_offered_to_the_first_in_line(evening):
    """For a day; whoever comes newly waits behind, although the seat is not taken yet."""
    evening.says("Bo", "not_this_time")
    evening.comes("Kim")

    assert evening.at("offered") == ["Lee"]
    assert evening.at("waiting") == ["Max", "Kim"]
    assert {r.offered_until for r in evening.replies if r.person == "Lee"} == {DAY}


def test_an_offer_is_taken_by_yes_and_by_coming(evening):
    """Saying again that one is coming means the same."""
    evening.says("Ann", "maybe")
    evening.says("Bo", "maybe")
    evening.takes("Lee")
    evening.comes("Max")

    assert evening.at("seat") == ["Lee", "Max"]
    assert evening.told == ()


def test_an_offer_that_is_declined_goes_to_the_next_at_once(evening):
    """And the person has said "not this time", which they may take back: then behind the others,
    since it was their turn to say."""
    evening.comes("Kim")
    evening.says("Ann", "maybe")
    evening.takes("Lee", yes=False)

    assert evening.at("offered") == ["Max"]
    assert evening.told == (("Max", "offered"),)

    evening.comes("Lee")

    assert evening.at("waiting") == ["Kim", "Lee"]


def test_an_offer_without_an_answer_goes_on_and_costs_nobody_their_place_in_the_line(evening):
    """The next seat that comes free is offered to Lee first again."""
    evening.comes("Kim")
    evening.says("Ann", "maybe")
    evening.waits(DAY)

    assert evening.told == (("Lee", "passed_on"), ("Max", "offered"))
    assert evening.at("waiting") == ["Lee", "Kim"]

    evening.says("Bo", "maybe")

    assert evening.told == (("Lee", "offered"),)


def test_a_seat_nobody_answered_for_is_open_to_whoever_says_yes_first(evening):
    """Nobody is written to again and again, and nobody who waits is told it went on: it didn't."""
    evening.says("Ann", "maybe")
    evening.waits(DAY)
    evening.waits(DAY)

    assert evening.told == ()
    assert evening.at("waiting") == ["Lee", "Max"]
    assert taken(evening.replies) == 1

    evening.takes("Max")

    assert evening.at("seat") == ["Bo", "Max"]


def test_an_open_seat_may_go_to_somebody_new(evening):
    """Everybody in the line was asked before; the next one that comes free is Lee's to answer."""
    evening.says("Ann", "maybe")
    evening.waits(2 * DAY)
    evening.waits(DAY)
    evening.comes("Kim")

    assert evening.at("seat") == ["Bo", "Kim"]
    assert evening.at("waiting") == ["Lee", "Max"]


def test_a_yes_that_comes_late_takes_the_seat_if_it_is_still_there(evening):
    """And keeps its place in the line if it isn't, however late the house notices the time."""
    evening.says("Ann", "maybe")
    evening.now += DAY + 1
    evening.takes("Lee")

    assert evening.at("waiting") == ["Lee"]
    assert evening.told == (("Lee", "passed_on"), ("Max", "offered"))

    evening.now += DAY + 1
    evening.takes("Max")

    assert evening.at("seat") == ["Bo", "Max"]


def test_a_no_that_comes_late_is_still_a_no(evening):
    """Nobody is asked again who said that they cannot come."""
    evening.says("Ann", "maybe")
    evening.waits(DAY)
    evening.takes("Lee", yes=False)
    evening.says("Bo", "maybe")

    assert evening.at("") == ["Ann", "Bo", "Lee"]
    assert evening.at("offered") == ["Max"]


def test_stepping_out_of_the_line_by_mistake_costs_nothing(evening):
    """Coming again finds the old place there."""
    evening.says("Lee", "not_this_time")
    evening.comes("Lee")

    assert evening.at("waiting") == ["Lee", "Max"]


def test_who_had_a_seat_and_gave_it_up_waits_behind_those_who_waited(evening):
    """Otherwise two who take turns could keep a third waiting for ever."""
    evening.says("Ann", "maybe")
    evening.comes("Ann")

    assert evening.at("offered") == ["Lee"]
    assert evening.at("waiting") == ["Max", "Ann"]


def test_without_anybody_waiting_a_seat_given_up_by_mistake_is_there_again():
    """An answer is undone at any time."""
    evening = Evening(2)
    evening.comes("Ann", "Bo")
    evening.says("Bo", "not_this_time")
    evening.comes("Bo")

    assert evening.at("seat") == ["Ann", "Bo"]


def test_near_the_doors_a_seat_is_given_without_asking(evening):
    """There is no time to answer a mail; who waits said already that they are coming."""
    evening.now = MEETING - 3 * HOUR + 1
    evening.says("Ann", "not_this_time")

    assert evening.at("seat") == ["Bo", "Lee"]
    assert evening.told == (("Lee", "yours"),)


def test_near_the_doors_nobody_waits_beside_an_open_seat(evening):
    """Those who didn't answer are not passed over in the end: they get it, in order."""
    evening.says("Ann", "maybe")
    evening.waits(DAY)
    evening.waits(DAY)
    evening.waits(MEETING - 2 * HOUR - evening.now)

    assert evening.at("seat") == ["Bo", "Lee"]
    assert evening.told == (("Lee", "yours"),)


def test_an_offer_stands_for_a_day_and_ends_before_the_doors():
    """At least two hours to answer in, and an hour for whoever is next to learn of it."""
    assert offer_length(MEETING, 0) == DAY
    assert offer_length(MEETING, MEETING - 10 * HOUR) == 9 * HOUR
    assert offer_length(MEETING, MEETING - 3 * HOUR) == 2 * HOUR
    assert offer_length(MEETING, MEETING - 3 * HOUR + 1) == 0
    assert offer_length(MEETING, MEETING + HOUR) == 0


def test_more_seats_are_offered_in_order(evening):
    """To as many as there are seats."""
    evening.has_seats(3)

    assert evening.at("offered") == ["Lee"]
    assert evening.told == (("Lee", "offered"),)


def test_more_seats_are_offered_to_those_who_were_asked_before(evening):
    """Another seat, another round: silence once is no answer for ever."""
    evening.says("Ann", "maybe")
    evening.waits(DAY)
    evening.waits(DAY)
    evening.has_seats(3)

    assert evening.at("offered") == ["Lee", "Max"]


def test_fewer_seats_take_nothing_from_anybody(evening):
    """Nothing is offered until there is room again."""
    evening.has_seats(1)
    evening.says("Ann", "maybe")

    assert evening.at("seat") == ["Bo"]
    assert evening.at("waiting") == ["Lee", "Max"]
    assert evening.told == ()


def test_a_yes_without_an_offer_gives_no_seat(evening):
    """Nobody gets past the line by an old address or a false form."""
    before = evening.replies
    evening.takes("Max")
    evening.takes("Nobody")
    evening.takes("Ann", yes=False)

    assert evening.replies == before


def test_an_answer_may_come_before_the_house_noticed_whose_offer_it_is(evening):
    """Lee's time has run out, so it is Max who is asked; his no is taken, and twice is once."""
    evening.says("Ann", "maybe")
    evening.now += DAY
    evening.takes("Max", yes=False)
    once = evening.replies
    evening.takes("Max", yes=False)

    assert evening.replies == once
    assert evening.at("") == ["Ann", "Max"]
