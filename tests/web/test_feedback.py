"""Answering after a circle over HTTP, and what an organizer reads of it."""

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

import pytest

from facilitator.circle.plan import Medium
from facilitator.house import House
from facilitator.use_cases.give_ticket import give_ticket
from facilitator.use_cases.open_circle_for import open_circle_for
from facilitator.web.feedback_cards import crossed_cards, feedback_cards
from tests.web.test_groups import WORDS
from tests.web.visitors import FixedClock, Visitor

CLEAR = {"free": "yes", "listened": "no", "again": "yes", "knew": "mostly", "leaving": "steady"}


@pytest.fixture
def group(ria: Visitor) -> str:
    """The path of Ria's group."""
    ria.signs_in()
    return ria.sends("/groups/new", **WORDS).headers["Location"]


def tickets(house: House, group: str, number: int) -> list[str]:
    """What that many people are handed at the end of a circle of the group."""
    circle_id = open_circle_for(
        house,
        emails=("ria@example.org",),
        group_id=group.rpartition("/")[2],
        agenda="short",
        seats_max=8,
        medium=Medium.MIXED,
        starts_in_ms=0,
    ).circle_id
    given = [give_ticket(house, circle_id) for _ in range(number)]
    return [one for one in given if one is not None]


def told(ria: Visitor, group: str) -> str:
    """The part of the group's page that is about answers."""
    page = ria.opens(f"{group}/counts").text
    found = re.search(r'<section [^>]*id="feedback".*?</section>', page, re.S)
    assert found is not None
    return found.group()


def test_an_answer_needs_nothing_but_its_ticket(
    house: House, somebody: Visitor, ria: Visitor, group: str
) -> None:
    """No cookie is sent, none is set, and the page has nothing to say."""
    for one in tickets(house, group, 5):
        answer = somebody.posts("/feedback", ticket=one, **CLEAR)
        assert (answer.status_code, answer.data) == (204, b"")
        assert "Set-Cookie" not in answer.headers

    assert "nearly everyone" in told(ria, group)


def test_below_five_the_page_says_only_that(
    house: House, somebody: Visitor, ria: Visitor, group: str
) -> None:
    """And with four answers waiting it is the same page, to the byte, as with none."""
    before = told(ria, group)
    assert "Shown once five people have answered" in before

    for one in tickets(house, group, 4):
        somebody.posts("/feedback", ticket=one, **CLEAR)

    assert told(ria, group) == before


def test_a_ticket_sent_twice_is_answered_twice_and_counts_once(
    house: House, somebody: Visitor, ria: Visitor, group: str
) -> None:
    """A browser whose line broke sends again."""
    once = tickets(house, group, 1)[0]

    answers = [somebody.posts("/feedback", ticket=once, free="yes") for _ in range(9)]

    assert {answer.status_code for answer in answers} == {204}
    assert "Shown once five people have answered" in told(ria, group)


def test_a_bad_ticket_and_an_old_one_are_told_the_same(
    house: House, somebody: Visitor, group: str, clock: FixedClock
) -> None:
    """Cut short, changed, for another group, from the day before yesterday, or none."""
    good, other = tickets(house, group, 2)
    body, _, seal = good.partition(".")
    wrong = ["", "x", body, good[:-1], f"{body}.{other.partition('.')[2]}", f"A{body[1:]}.{seal}"]
    texts = {somebody.posts("/feedback", ticket=one, **CLEAR).text for one in wrong}
    assert somebody.last.status_code == 410
    clock.pass_days(2)

    texts.add(somebody.posts("/feedback", ticket=good, **CLEAR).text)

    assert somebody.last.status_code == 410
    assert somebody.posts("/feedback").status_code == 410
    assert len(texts | {somebody.last.text}) == 1


@pytest.mark.parametrize(
    "junk",
    [
        {"free": "perhaps"},
        {"free": "yes\x00"},
        {"note": "Sam was unkind."},
        {"knew": "🙂" * 50},
        {"again": ""},
    ],
)
def test_junk_is_refused_and_leaves_the_ticket_good(
    house: House, somebody: Visitor, group: str, junk: dict[str, str]
) -> None:
    """Nothing that was not asked is kept, least of all words."""
    once = tickets(house, group, 1)[0]

    assert somebody.posts("/feedback", ticket=once, **junk).status_code == 422
    assert somebody.posts("/feedback", ticket=once, **CLEAR).status_code == 204


def test_two_answers_to_one_question_are_no_answer(
    house: House, somebody: Visitor, group: str
) -> None:
    once = tickets(house, group, 1)[0]

    answer = somebody.client.post("/feedback", data={"ticket": once, "free": ["yes", "mostly"]})

    assert answer.status_code == 422


def test_a_huge_body_is_not_read(house: House, somebody: Visitor, group: str) -> None:
    """Five short answers need no more than a small part of a page."""
    once = tickets(house, group, 1)[0]

    assert somebody.posts("/feedback", ticket=once, free="y" * 3_000).status_code == 413
    assert somebody.posts("/feedback", ticket="t" * 1_000_000).status_code == 413


def test_another_site_cannot_answer(house: House, somebody: Visitor, group: str) -> None:
    once = tickets(house, group, 1)[0]
    from_elsewhere = {"Origin": "http://elsewhere.example", "Sec-Fetch-Site": "cross-site"}

    answer = somebody.posts("/feedback", headers=from_elsewhere, ticket=once, **CLEAR)

    assert answer.status_code == 403


def test_there_is_nothing_to_read_at_that_address(somebody: Visitor) -> None:
    assert somebody.opens("/feedback").status_code == 405


def test_twins_an_organizer_reads_the_same_whoever_answered_what(
    house: House, somebody: Visitor, ria: Visitor
) -> None:
    """Six groups, in each the same five answers from other people in another order: one page."""
    ria.signs_in()
    pages = set()
    for order in list(permutations(("yes", "mostly", "not_really")))[:6]:
        group = ria.sends("/groups/new", **WORDS).headers["Location"]
        for one, free in zip(tickets(house, group, 5), (*order, "yes", "yes"), strict=True):
            somebody.posts("/feedback", ticket=one, free=free)
        pages.add(told(ria, group))

    assert len(pages) == 1
    assert "most" in pages.pop()


def test_another_groups_facilitator_reads_nothing(tom: Visitor, group: str) -> None:
    assert tom.opens(group).status_code == 404


def card(question: str, *numbers: int) -> Sequence[object]:
    answers = {"free": ("yes", "mostly", "not_really")}[question]
    counts = dict(zip(((question, answer) for answer in answers), numbers, strict=True))
    return next(iter(feedback_cards(counts))).bars


def lengths(bars: Iterable[object]) -> list[int]:
    return [bar.length for bar in bars]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((5, 0, 0), [5, 1, 1]),
        ((3, 2, 0), [4, 3, 1]),
        ((2, 2, 1), [3, 3, 2]),
        ((19, 0, 1), [5, 1, 1]),
        ((95, 3, 2), [5, 1, 1]),
        ((96, 3, 1), [5, 1, 1]),
        ((4, 0, 0), []),
    ],
)
def test_shares_are_rough(numbers: tuple[int, ...], expected: list[int]) -> None:
    """One person more or less in a large group moves no bar, and nobody and one look alike."""
    assert lengths(card("free", *numbers)) == expected


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (5, "five to nine answers"),
        (9, "five to nine answers"),
        (10, "ten to nineteen answers"),
        (49, "twenty to forty-nine answers"),
        (50, "fifty answers or more"),
        (5000, "fifty answers or more"),
    ],
)
def test_how_many_answered_is_said_roughly(total: int, words: str) -> None:
    assert feedback_cards({("free", "yes"): total})[0].of == words


def test_the_cross_table_shows_no_cell_below_five() -> None:
    """Listeners are shown once five of them would come again and five are not sure."""
    key = "listened_again"
    counts = {(key, "yes+yes"): 9, (key, "yes+unsure"): 5, (key, "no+yes"): 40}

    listeners, sharers = crossed_cards({**counts, (key, "no+unsure"): 4})

    assert lengths(listeners.bars) == [4, 2]
    assert sharers.bars == ()
    assert sharers.none == "Shown once both answers were given five times"


def test_the_page_has_no_figures_and_no_percentages(
    house: House, somebody: Visitor, ria: Visitor, group: str
) -> None:
    """Words and bars; a number would invite a trend."""
    for one in tickets(house, group, 5):
        somebody.posts("/feedback", ticket=one, **CLEAR)

    words = re.sub(r"<[^>]+>", " ", told(ria, group))

    assert not re.search(r"[0-9%]", words)
