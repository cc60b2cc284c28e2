"""What goes after its time, and who was erased stays so."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from facilitator.house import House
from facilitator.store import tombstones
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import Base, read, write
from facilitator.store.group_tables import Group, GroupPlace
from facilitator.store.links import LinkKind, open_link
from facilitator.store.meeting_tables import CarriedList, MeetingHolder, MeetingReply, MemberSeat
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person, SignIn
from facilitator.use_cases.erase_person import erase_person
from facilitator.use_cases.post_reminders import post_reminders
from facilitator.use_cases.read_outbox import letter_file
from facilitator.use_cases.replay_tombstones import replay_tombstones
from facilitator.use_cases.run_retention import Retained, run_retention
from tests.calendar_rows import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    a_group,
    a_meeting,
    a_series,
    belongs,
    holds,
    holds_series,
    replies,
)
from tests.store.houses import StandingClock


def mail(house: House, group: str, person: str, kind: MailKind, key: str, **facts: str) -> None:
    with write(house.database) as session:
        post(
            session,
            kind,
            once_key=key,
            person_id=person,
            group_id=group,
            facts=facts,
            now=house.clock.now(),
        )


def all_sent(house: House) -> None:
    with write(house.database) as session:
        for row in session.scalars(select(OutboxRow)):
            row.state, row.sent_at = "sent", house.clock.now()


def keys(house: House) -> list[str]:
    with read(house.database) as session:
        return sorted(session.scalars(select(OutboxRow.once_key)))


def places_with(house: House, value: str) -> list[str]:
    """Every table and column where this value stands."""
    with read(house.database) as session:
        return [
            f"{table.name}.{column.name}"
            for table in Base.metadata.sorted_tables
            for column in table.columns
            if column.type.python_type is str
            and session.scalar(
                text(f'select count(*) from "{table.name}" where "{column.name}" like :it'),
                {"it": f"%{value}%"},
            )
        ]


def test_replies_go_when_their_meeting_is_over(house: House, clock: StandingClock) -> None:
    """And the mails that show who wanted to come; other meetings' stay."""
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org")
    series = a_series(house, group)
    first, second = a_meeting(house, series), a_meeting(house, series)
    for meeting in (first, second):
        replies(house, meeting, jo)
        mail(house, group, jo, MailKind.PLACE_YOURS, f"yours:{meeting}", meeting=meeting)
        mail(house, group, jo, MailKind.NOTE, f"note:{meeting}", said="Hello")
    all_sent(house)
    before = run_retention(house)
    clock.at += DAY_MS + 2 * HOUR_MS
    after = run_retention(house)

    assert before == Retained(0, 0, 0, 0, 0, 0)
    assert after == Retained(1, 0, 0, 1, 0, 0)
    with read(house.database) as session:
        assert session.scalars(select(MeetingReply.meeting_id)).all() == [second]
    assert keys(house) == sorted([f"note:{first}", f"note:{second}", f"yours:{second}"])


def test_mails_go_after_thirty_days(house: House, clock: StandingClock) -> None:
    """With the letters in the folder; what still waits to be sent doesn't."""
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org")
    mail(house, group, jo, MailKind.NOTE, "sent", said="Hello")
    all_sent(house)
    with read(house.database) as session:
        file = letter_file(house, session.scalars(select(OutboxRow.id)).one())
    file.parent.mkdir()
    file.write_text("Hello")
    mail(house, group, jo, MailKind.NOTE, "waits", said="Hello")
    clock.at += 30 * DAY_MS
    run_retention(house)
    there = keys(house)
    clock.at += 1
    run_retention(house)

    assert there == ["sent", "waits"]
    assert keys(house) == ["waits"]
    assert not file.exists()


def test_a_letter_without_a_mail_goes(house: House) -> None:
    """Its group is gone, and the mail went with it."""
    file = letter_file(house, "0123456789abcdef")
    file.parent.mkdir()
    file.write_text("Hello")
    run_retention(house)

    assert not file.exists()


def test_lists_and_seats_go(house: House, clock: StandingClock) -> None:
    """A list that was never finished after a day, a member's seat with its circle."""
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org")
    now = clock.now()
    with write(house.database) as session:
        for name, closed_at in (("open", None), ("closed", now)):
            circle = CircleRow(
                id=name,
                group_id=group,
                agenda_key="short",
                door_hash=name,
                opened_at=now,
                version=0,
                snapshot_version=0,
                closed_at=closed_at,
            )
            session.add(circle)
            session.flush()
            session.add(MemberSeat(circle_id=name, person_id=jo, seat_id="1"))
        fields = {"id": "1", "group_id": group, "body": "[]", "total": 1, "done": 0}
        session.add(CarriedList(**fields, made_at=now))
    clock.at += DAY_MS + 1
    gone = run_retention(house)

    assert (gone.seats, gone.lists) == (1, 1)
    with read(house.database) as session:
        assert session.scalars(select(MemberSeat.circle_id)).all() == ["open"]


def furnished(house: House) -> tuple[str, str]:
    """A group, and Jo with something in every table that can name a person."""
    group = a_group(house)
    ria = belongs(house, group, "ria@example.org", organizes=True)
    jo = belongs(house, group, "jo@example.org", name="Jo Marie", holds="facilitator")
    series = a_series(house, group)
    meeting = a_meeting(house, series)
    replies(house, meeting, jo)
    holds(house, meeting, jo)
    holds_series(house, series, jo)
    mail(house, group, jo, MailKind.NOTE, "note:1", said="Hello")
    with write(house.database) as session:
        for kind in (LinkKind.SEAT, LinkKind.MAIL, LinkKind.MEMBER_FEED):
            open_link(session, house.secret, kind, group, jo, now=house.clock.now())
        asked = MeetingHolder(meeting_id=meeting, person_id=ria, part="stand_in", answer="asked")
        asked.stands_in_for, asked.asked_at = jo, 1
        session.add(asked)
        session.add(SignIn(id="s" * 32, person_id=jo, created_at=1, last_seen_at=1))
    return group, jo


def test_who_is_erased_is_nowhere(house: House) -> None:
    """No table names them, their sign-ins are cut, and their letters are gone from the folder."""
    _group, jo = furnished(house)
    ended: list[str] = []
    house.on_sign_out.append(ended.append)
    with read(house.database) as session:
        file = letter_file(house, session.scalars(select(OutboxRow.id)).one())
    file.parent.mkdir()
    file.write_text("Hello Jo Marie")
    before = places_with(house, jo)
    assert erase_person(house, jo) == ()

    assert len(before) >= 8
    for trace in (jo, "jo@example.org", "Jo Marie"):
        assert places_with(house, trace) == []
    assert ended == ["s" * 32]
    assert not file.exists()
    assert tombstones.buried(house.settings.instance_dir) == [jo]
    assert erase_person(house, jo) == ()


def test_who_is_erased_stays_so_after_a_backup(house: House, tmp_path: Path) -> None:
    """The database from before brings them back; the list beside it takes them out again."""
    if house.database.dialect.name != "sqlite":
        pytest.skip("a backup here is a copied file; what is replayed is the same for both")
    database = Path(str(house.database.url.database))
    _group, jo = furnished(house)
    house.database.dispose()
    shutil.copy(database, tmp_path / "backup.db")
    erase_person(house, jo)
    house.database.dispose()
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.db", database)
    back = places_with(house, jo)
    replayed = replay_tombstones(house)

    assert back
    assert (replayed, replay_tombstones(house)) == (1, 0)
    assert places_with(house, jo) == []
    assert places_with(house, "ria@example.org") == ["person.email"]


def test_a_list_that_a_power_cut_tore_is_read_on(tmp_path: Path) -> None:
    """A half line is nobody; the next one stands by itself."""
    tombstones.bury(tmp_path, "0123456789abcdef")
    with (tmp_path / tombstones.NAME).open("a") as file:
        file.write("01234")
    tombstones.bury(tmp_path, "fedcba9876543210")

    assert tombstones.buried(tmp_path) == ["0123456789abcdef", "01234", "fedcba9876543210"]
    assert (tmp_path / tombstones.NAME).stat().st_mode & 0o777 == 0o600


def test_the_only_organizer_of_others_is_named(house: House) -> None:
    """Nothing has happened then: no row and no line of the list is touched."""
    group = a_group(house, name="Thursday walkers")
    ria = belongs(house, group, "ria@example.org", organizes=True)
    belongs(house, group, "jo@example.org")

    assert erase_person(house, ria) == ("Thursday walkers",)
    assert tombstones.buried(house.settings.instance_dir) == []
    with read(house.database) as session:
        assert session.get(Person, ria) is not None


def test_a_group_of_one_goes_with_them(house: House) -> None:
    """People who were only invited to it are no group."""
    group, other = a_group(house), a_group(house)
    ria = belongs(house, group, "ria@example.org", organizes=True)
    belongs(house, group, "jo@example.org", joined_at=None)
    belongs(house, other, "ria@example.org")
    belongs(house, other, "sam@example.org", organizes=True)

    assert erase_person(house, ria) == ()
    with read(house.database) as session:
        assert session.get(Group, group) is None
        assert session.get(Group, other) is not None


def test_reminders_are_written_once_for_those_who_asked(house: House, clock: StandingClock) -> None:
    """A day ahead and an hour ahead; not for who isn't coming or has no seat, however often it is
    looked after."""
    group = a_group(house)
    wish = {"mail_day_before": True, "mail_hour_before": True}
    people = {
        name: belongs(house, group, f"{name}@example.org", **wish)
        for name in ("coming", "maybe", "silent", "waiting", "not_coming")
    }
    belongs(house, group, "never@example.org")
    belongs(house, group, "invited@example.org", joined_at=None, **wish)
    meeting = a_meeting(house, a_series(house, group), clock.now() + 2 * DAY_MS)
    replies(house, meeting, people["coming"])
    replies(house, meeting, people["maybe"], "maybe", "")
    replies(house, meeting, people["waiting"], "coming", "waiting", 2)
    replies(house, meeting, people["not_coming"], "not_this_time", "")
    written = []
    for before in (25 * HOUR_MS, 24 * HOUR_MS - 1, 23 * HOUR_MS, HOUR_MS - 1, 30 * MINUTE_MS, 0):
        clock.at = 1_900_000_000_000 + 2 * DAY_MS - before
        written.append(post_reminders(house))
    with read(house.database) as session:
        rows = session.scalars(select(OutboxRow)).all()
        reminded = {(row.kind, row.person_id) for row in rows}

    assert written == [0, 3, 0, 3, 0, 0]
    assert reminded == {
        (kind, people[name])
        for kind in ("day_before", "hour_before")
        for name in ("coming", "maybe", "silent")
    }
    assert {json.loads(row.facts)["meeting"] for row in rows} == {meeting}


def test_retention_is_told_in_numbers(house: House) -> None:
    """What the command prints names nobody."""
    gone = run_retention(house)

    assert gone == Retained(replies=0, seats=0, lists=0, mails=0, people=0, invited=0)
    with read(house.database) as session:
        assert session.scalar(select(func.count()).select_from(GroupPlace)) == 0
