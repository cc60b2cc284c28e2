"""A group with a meeting this evening, for tests of what happens by itself."""

from sqlalchemy import select

from facilitator.circle.state import Circle
from facilitator.house import House
from facilitator.store import meetings
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import read, write
from facilitator.store.meeting_tables import Meeting
from facilitator.store.meetings import MeetingFacts
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.keep_meetings import keep_meetings
from tests.calendar_rows import MINUTE_MS as MINUTE
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds
from tests.store.houses import StandingClock

AHEAD = 60 * MINUTE


class Evening:
    """A group with one meeting in an hour, held by Ria, with Tom beside her."""

    def __init__(self, house: House, clock: StandingClock, **fields: object) -> None:
        self.house, self.clock = house, clock
        self.group = a_group(house)
        self.ria = belongs(
            house, self.group, "ria@example.org", organizes=True, holds="facilitator"
        )
        self.tom = belongs(house, self.group, "tom@example.org", holds="co_facilitator")
        self.starts_at = clock.at + AHEAD
        self.meeting = a_meeting(house, a_series(house, self.group), self.starts_at, **fields)
        holds(house, self.meeting, self.tom, "co")
        holds(house, self.meeting, self.ria, "lead")

    def comes_to(self, minutes: int) -> None:
        """So many minutes after its beginning (before it, when negative)."""
        self.clock.at = self.starts_at + minutes * MINUTE
        keep_meetings(self.house)

    @property
    def now(self) -> MeetingFacts:
        with read(self.house.database) as session:
            found = meetings.meeting(session, self.meeting)
        assert found is not None
        return found

    @property
    def circle(self) -> Circle | None:
        with read(self.house.database) as session:
            kept = self.house.circles.load(session, self.now.circle_id or "")
        return kept.circle if kept else None

    def changes(self, **values: object) -> None:
        with write(self.house.database) as session:
            meeting = session.get_one(Meeting, self.meeting)
            for name, value in values.items():
                setattr(meeting, name, value)

    def circles(self) -> int:
        with read(self.house.database) as session:
            return len(session.scalars(select(CircleRow.id)).all())

    def mails(self) -> list[tuple[str, str]]:
        with read(self.house.database) as session:
            rows = session.execute(select(OutboxRow.kind, OutboxRow.person_id))
            return [(kind, person) for kind, person in rows]
