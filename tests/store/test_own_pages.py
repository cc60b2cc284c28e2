"""What one person's pages cost: as many questions to the database for a year as for a week."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from facilitator.house import House
from facilitator.use_cases.answer_meeting import answer_meeting
from facilitator.use_cases.read_holding import read_holding
from facilitator.use_cases.read_my_page import read_my_page
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds


@contextmanager
def counted(house: House) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(house.database, "before_cursor_execute", note)
    yield asked
    event.remove(house.database, "before_cursor_execute", note)


def test_a_years_meetings_cost_as_many_questions_as_one(house: House) -> None:
    """On a member's page and on that of somebody who holds meetings."""
    group = a_group(house)
    ria = belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    sam, series = belongs(house, group, "sam@example.org"), a_series(house, group)
    many = [a_meeting(house, series) for _ in range(50)]
    for meeting in many:
        holds(house, meeting, ria)
    for meeting in many[:20]:
        answer_meeting(house, meeting, sam, "coming")

    with counted(house) as few:
        read_my_page(house, group, sam, 1)
        read_holding(house, ria, 1)
    with counted(house) as lots:
        page = read_my_page(house, group, sam, 60)
        holding = read_holding(house, ria, 60)

    assert page is not None
    assert len(page.meetings) == len(holding.assignments) == 50
    assert len(few) == len(lots) <= 20
