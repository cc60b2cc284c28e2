"""Mail leaves once, comes back after trouble, and rests when nobody can deliver it."""

import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.mail import worker_of
from facilitator.mail.envelope import MAYBE_TWICE
from facilitator.mail.worker import LEASE_MS, Worker
from facilitator.store import outbox_work
from facilitator.store.database import read, write
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person
from facilitator.use_cases.decide_mail import let_be, send_again
from facilitator.use_cases.lease_mail import lease_mail
from facilitator.use_cases.read_outbox import read_outbox
from tests.calendar_rows import a_group, belongs
from tests.live.people import free_port
from tests.mail.conftest import a_house
from tests.mail.post_office import PostOffice, a_post_office, text_of
from tests.web.visitors import FixedClock

MINUTE_MS = 60_000


def write_down(house: House, group: str, person: str, key: str = "note:1", **facts: Any) -> bool:
    with write(house.database) as session:
        return post(
            session,
            MailKind.NOTE,
            once_key=key,
            person_id=person,
            group_id=group,
            facts={"said": "We meet in the other room.", **facts},
            now=house.clock.now(),
        )


def rows(house: House) -> list[OutboxRow]:
    with read(house.database) as session:
        return list(session.query(OutboxRow).order_by(OutboxRow.once_key))


@pytest.fixture
def group(house: House) -> str:
    return a_group(house)


@pytest.fixture
def jo(house: House, group: str) -> str:
    return belongs(house, group, "jo@example.org", mail_notes=True)


def test_a_mail_leaves_once(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice
) -> None:
    """However often it was written down, and however often a worker looks."""
    assert write_down(house, group, jo)
    assert not write_down(house, group, jo)
    first, second = worker.send_due(), worker.send_due()

    assert (first.sent, second.sent) == (1, 0)
    assert len(office.letters) == 1
    assert rows(house)[0].state == "sent"
    assert "> We meet in the other room." in text_of(office.letters[0])


def test_a_mail_waits_until_it_is_due(
    house: House, group: str, jo: str, worker: Worker, clock: FixedClock
) -> None:
    """Not a moment before."""
    with write(house.database) as session:
        due = clock.now() + MINUTE_MS
        post(
            session,
            MailKind.NOTE,
            once_key="later",
            person_id=jo,
            group_id=group,
            facts={"said": "Soon"},
            now=clock.now(),
            due_at=due,
        )
    before = worker.send_due().sent
    clock.instant += MINUTE_MS

    assert (before, worker.send_due().sent) == (0, 1)


def test_what_another_worker_had_may_be_there_already(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice, clock: FixedClock
) -> None:
    """Its lease keeps others away for a minute; then it is sent under the same name, and says that
    it may be the second time."""
    write_down(house, group, jo)
    lease_mail(house, "somebody who is gone", LEASE_MS)
    during = worker.send_due().sent
    clock.instant += LEASE_MS
    worker.send_due()

    assert during == 0
    assert [letter[MAYBE_TWICE] for letter in office.letters] == ["yes"]


def test_a_mail_server_that_is_away_is_asked_again_later(tmp_path: Path, clock: FixedClock) -> None:
    """After a minute, then two; the mail waits, and the worker tries no other in the meantime."""
    port = free_port()
    server = {
        "SMTP_URL": f"smtp://127.0.0.1:{port}",
        "HOLDSPACE_MAIL_FROM": "post@holdspace.example",
    }
    app = a_house(tmp_path, clock, **server)
    house: House = app.extensions["house"]
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org", mail_notes=True)
    write_down(house, group, jo, "note:1")
    write_down(house, group, jo, "note:2")
    worker = worker_of(app)
    went = worker.send_due()
    first, second = rows(house) if rows(house)[0].tries else reversed(rows(house))

    assert went == (0, False)
    assert (first.state, first.trouble, first.tries) == ("waiting", "server/away", 1)
    assert first.due_at == clock.now() + MINUTE_MS
    assert second.tries == 0
    with a_post_office(port) as office:
        clock.instant += MINUTE_MS
        assert worker.send_due() == (2, True)
    assert [letter[MAYBE_TWICE] for letter in office.letters] == [None, None]


def test_after_eight_tries_a_mail_rests(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice, clock: FixedClock
) -> None:
    """Over four hours; then whoever organizes decides, and may have it sent again."""
    office.answers["jo@example.org"] = "450 come back later"
    write_down(house, group, jo)
    tried_at = []
    for _ in range(outbox_work.TRIES):
        worker.send_due()
        tried_at.append((clock.now() - rows(house)[0].made_at) // MINUTE_MS)
        clock.instant = max(clock.now(), rows(house)[0].due_at)
    row = rows(house)[0]

    assert tried_at == [0, 1, 3, 7, 15, 31, 63, 127]
    assert (row.state, row.trouble) == ("dead", "address/busy")
    assert worker.send_due().sent == 0
    assert [one.id for one in read_outbox(house, group).resting] == [row.id]
    office.answers.clear()
    assert send_again(house, group, row.id)
    assert not send_again(house, group, row.id)
    assert worker.send_due().sent == 1


@pytest.mark.parametrize(
    ("address", "answer", "trouble"),
    [
        ("jo@example.org", "550 no such person", "address/unknown"),
        ("data", "554 not like this", "letter/refused"),
    ],
)
def test_a_no_for_good_is_not_asked_again(
    house: House,
    group: str,
    jo: str,
    worker: Worker,
    office: PostOffice,
    address: str,
    answer: str,
    trouble: str,
) -> None:
    """The mail rests at once, with a code and none of the server's words; others still leave."""
    office.answers[address] = answer
    write_down(house, group, jo)
    other = belongs(house, group, "sam@example.org", mail_notes=True)
    if address != "data":
        write_down(house, group, other, "note:2")
    worker.send_due()
    row = rows(house)[0]

    assert (row.state, row.trouble, row.tries) == ("dead", trouble, 1)
    assert [one.state for one in rows(house)[1:]] == ["sent"] * (address != "data")
    assert let_be(house, group, row.id)
    assert read_outbox(house, group).resting == []


def test_another_groups_organizer_decides_nothing(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice
) -> None:
    """A mail is found only through the group it was written for."""
    office.answers["jo@example.org"] = "550 no such person"
    write_down(house, group, jo)
    worker.send_due()
    other, mail = a_group(house), rows(house)[0].id

    assert not send_again(house, other, mail)
    assert not let_be(house, other, mail)


@pytest.mark.parametrize(
    "email",
    [
        "jo@example.org\r\nBcc: eve@example.org",
        "jo@example.org, eve@example.org",
        "<eve@example.org>@example.org",
        "jo@exa mple.org",
        "jo@" + "x" * 70 + ".org",
        "jo@[.org",
    ],
)
def test_an_address_smuggles_nothing_in(
    house: House, group: str, worker: Worker, office: PostOffice, email: str
) -> None:
    """Had such a one got past every form, no mail would leave for it."""
    jo = belongs(house, group, email, name="Jo", mail_notes=True)
    write_down(house, group, jo)
    worker.send_due()

    assert office.letters == []
    assert (rows(house)[0].state, rows(house)[0].trouble) == ("dead", "address/unclear")


def test_names_and_words_smuggle_nothing_in(
    house: House, worker: Worker, office: PostOffice
) -> None:
    """Line breaks in a name, a group's name or a note are text in the letter, and never headers."""
    evil = "Jo\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>"
    group = a_group(house, name=evil[:80])
    jo = belongs(house, group, "jo@example.org", name=evil[:80], mail_notes=True)
    write_down(house, group, jo, said=evil)
    worker.send_due()
    letter: EmailMessage = office.letters[0]

    assert letter["Bcc"] is None
    assert (letter["To"], letter["Subject"]) == ("jo@example.org", "A note")
    html = letter.get_body(("html",))
    assert html is not None
    assert "<script" not in html.get_content()


def test_a_host_with_its_own_letters_is_reached(
    house: House, group: str, worker: Worker, office: PostOffice
) -> None:
    """As mail servers write it."""
    jo = belongs(house, group, "jo@bücher.example", mail_notes=True)
    write_down(house, group, jo)
    worker.send_due()

    assert [letter["To"] for letter in office.letters] == ["jo@xn--bcher-kva.example"]


def test_a_letter_that_cant_be_written_keeps_no_other(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice
) -> None:
    """It rests with a code; the next one leaves."""
    with write(house.database) as session:
        post(
            session,
            MailKind.ENDING,
            once_key="broken",
            person_id=jo,
            group_id=group,
            facts={"left": 7},
            now=house.clock.now(),
        )
    write_down(house, group, jo)
    worker.send_due()

    assert {row.once_key: row.trouble for row in rows(house)} == {
        "broken": "letter/unclear",
        "note:1": "",
    }
    assert len(office.letters) == 1


def test_without_a_mail_server_letters_lie_in_a_folder(tmp_path: Path, clock: FixedClock) -> None:
    """One file each, that nobody but its owner reads."""
    app: Flask = a_house(tmp_path, clock)
    house: House = app.extensions["house"]
    group = a_group(house)
    write_down(house, group, belongs(house, group, "jo@example.org", mail_notes=True))
    sent = app.test_cli_runner().invoke(args=["mail", "send-once"]).output
    files = list((tmp_path / "outbox").iterdir())

    assert sent == "1\n"
    assert [file.name for file in files] == [f"{rows(house)[0].id}.eml"]
    assert files[0].stat().st_mode & 0o777 == 0o600
    assert b"We meet in the other room." in files[0].read_bytes()


def test_who_runs_the_server_sees_codes(
    house: House, app: Flask, group: str, worker: Worker, office: PostOffice
) -> None:
    """What rests is listed without anybody's name or address."""
    office.answers["jo@example.org"] = "550 no such person"
    jo = belongs(house, group, "jo@example.org", mail_notes=True)
    write_down(house, group, jo)
    worker.send_due()
    listed = app.test_cli_runner().invoke(args=["mail", "dead", "--json"]).output

    assert [one["trouble"] for one in json.loads(listed)] == ["address/unknown"]
    assert "jo@" not in listed


def test_a_person_who_left_is_not_written_to(
    house: House, group: str, jo: str, worker: Worker, office: PostOffice
) -> None:
    """What still waited for them is let be."""
    write_down(house, group, jo)
    with write(house.database) as session:
        session.query(Person).filter(Person.id == jo).delete()
    worker.send_due()

    assert office.letters == []
