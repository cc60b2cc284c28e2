"""How long a group's page takes with 2,000 members and ten years of weekly meetings:
`python -m tests.bench.group_page` prints it."""

import os
import tempfile
import time

from sqlalchemy import insert

from facilitator import create_app
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.store.database import write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, MeetingHolder, MeetingReply, Notice
from facilitator.store.people_tables import Person
from facilitator.store.schema import migrate
from facilitator.tokens import fresh_id
from facilitator.use_cases.add_person import add_person
from tests.bench.figures import machine, percentile
from tests.calendar_rows import DAY_MS, HOUR_MS, a_group, a_series, belongs, wall_clock
from tests.web.queries import questions
from tests.web.visitors import PASSWORD, Visitor

MEMBERS, MEETINGS = 2_000, 520
WARM, LOOKS = 5, 100


def fill(house: House, group: str, series: str, *, members: int, meetings: int) -> None:
    """The group has so many members more, and weekly meetings, half of them behind it; those to
    come have a holder and replies."""
    now = house.clock.now()
    people = [fresh_id() for _ in range(members)]
    dates = [
        (fresh_id(), now + (number - meetings // 2) * 7 * DAY_MS + HOUR_MS)
        for number in range(meetings)
    ]
    ahead = [meeting for meeting, at in dates if at > now]
    with write(house.database) as session:
        session.execute(insert(Person), [_person(one, now) for one in people])
        session.execute(insert(GroupPlace), [_place(group, one, now) for one in people])
        session.execute(insert(Meeting), [_meeting(group, series, *date, now) for date in dates])
        session.execute(insert(MeetingHolder), [_holder(one, people[0], now) for one in ahead])
        session.execute(
            insert(MeetingReply),
            [_reply(ahead[0], number, one, now) for number, one in enumerate(people)],
        )
        session.execute(insert(Notice), [_notice(group, one, at) for one, at in dates])


def _person(one: str, now: int) -> dict[str, object]:
    return {"id": one, "name": "Somebody", "email": f"{one}@example.org", "created_at": now}


def _place(group: str, one: str, now: int) -> dict[str, object]:
    return {"group_id": group, "person_id": one, "joined_at": now}


def _meeting(group: str, series: str, one: str, at: int, now: int) -> dict[str, object]:
    local = wall_clock(at, "Europe/Berlin")
    return {
        "id": one,
        "group_id": group,
        "series_id": series,
        # Told apart from what was filled in before: a series has each date once.
        "recurrence": one,
        "number": 1,
        "starts_local": local,
        "starts_at": at,
        "ends_at": at + HOUR_MS,
        "state": "scheduled" if at > now else "over",
        "changed_at": now,
    }


def _holder(meeting: str, one: str, now: int) -> dict[str, object]:
    return {
        "meeting_id": meeting,
        "person_id": one,
        "part": "lead",
        "answer": "yes",
        "asked_at": now,
    }


def _reply(meeting: str, number: int, one: str, now: int) -> dict[str, object]:
    place = "seat" if number < 8 else "waiting"
    return {
        "meeting_id": meeting,
        "person_id": one,
        "answer": "coming",
        "place": place,
        "line": number,
        "changed_at": now,
    }


def _notice(group: str, meeting: str, at: int) -> dict[str, object]:
    return {
        "id": fresh_id(),
        "group_id": group,
        "meeting_id": meeting,
        "kind": "note",
        "said": "We meet in the garden room.",
        "made_at": at - DAY_MS,
    }


def main() -> None:
    """The pages of one group were opened by its organizer, and how long each took is printed."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            "HOLDSPACE_INSTANCE_DIR": folder,
            "HOLDSPACE_KEY_DIR": f"{folder}/keys",
            "HOLDSPACE_TESTING": "1",
            **({"DATABASE_URL": url} if (url := os.environ.get("DATABASE_URL")) else {}),
        }
        app = create_app(Settings.from_environ(environ))
        house = house_of(app)
        migrate(house.database)
        add_person(house, name="Ria", email="ria@example.org", password=PASSWORD)
        group = a_group(house)
        belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
        fill(house, group, a_series(house, group), members=MEMBERS, meetings=MEETINGS)
        ria = Visitor(app.test_client())
        ria.signs_in()
        print(machine())
        print(f"{MEMBERS} members, {MEETINGS} meetings, {LOOKS} looks at each page")
        for path in (
            f"/groups/{group}",
            f"/groups/{group}/counts",
            f"/groups/{group}/notices",
            "/calendar",
            "/calendar?view=list",
            f"/groups/{group}/people",
        ):
            print(_line(house, ria, path).replace(group, "…"))
        house.database.dispose()


def _line(house: House, ria: Visitor, path: str) -> str:
    for _ in range(WARM):
        assert ria.opens(path).status_code == 200
    with questions(house) as asked:
        ria.opens(path)
    took = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        ria.opens(path)
        took.append((time.perf_counter() - began) * 1000)
    middle, slow = percentile(took, 0.5), percentile(took, 0.95)
    return f"{path}: {middle:.1f} ms (95 %: {slow:.1f}), {len(asked)} questions"


if __name__ == "__main__":
    main()
