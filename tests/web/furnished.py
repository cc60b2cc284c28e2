"""A house with a group, everything a group can have, and a browser for each role."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.house import House, house_of
from facilitator.store.database import write
from facilitator.store.group_tables import GroupAgenda, SupportEntry
from facilitator.store.links import LinkKind, open_link
from facilitator.store.meeting_tables import CarriedList
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.add_person import add_person
from facilitator.use_cases.open_circle import OpenedCircle, open_circle
from facilitator.use_cases.read_membership import member_cookie
from facilitator.use_cases.read_outbox import letter_file
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds, replies
from tests.web.routes import ASKED_OF, SENT
from tests.web.visitors import PASSWORD, Visitor

HOLDERS = ("facilitator", "co_facilitator")
ACCOUNTS = ("stranger", *HOLDERS, "organizer", "elsewhere")
ROLES = ("nobody", "member", *ACCOUNTS)
ROW = "0123456789abcdef"


@dataclass
class Furnished:
    """`ids` are those of the group's things, under the names that routes have for them."""

    app: Flask
    ids: dict[str, str]
    browsers: dict[str, FlaskClient]
    as_it_was: Path
    opened: OpenedCircle

    def asks(self, role: str, rule: Rule, method: str, **ids: str) -> TestResponse:
        """What a role gets there, in the house as it was furnished."""
        self._put_back()
        browser = self.browsers[role]
        before = dict(browser._cookies or {})
        sent = {name: self.ids[key] for name, key in SENT.get(rule.endpoint, {}).items()}
        answer = browser.open(
            self.path(rule, **ids),
            method=method,
            environ_base=_from(role),
            **{"query_string" if method == "GET" else "data": sent},
        )
        # What one answer set or took away is not so for the next request.
        browser._cookies = before
        return answer

    def kept(self) -> list[str]:
        """Everything the database holds, but for when somebody was seen last."""
        with closing(sqlite3.connect(str(house_of(self.app).database.url.database))) as database:
            return [line for line in database.iterdump() if 'INTO "sign_in"' not in line]

    def path(self, rule: Rule, **ids: str) -> str:
        of_its_own = {name: self.ids[key] for name, key in ASKED_OF.get(rule.endpoint, {}).items()}
        known = {**self.ids, **of_its_own, **ids}
        arguments = {name: known.get(name, "unknown") for name in rule.arguments}
        return str(self.app.url_map.bind("localhost").build(rule.endpoint, arguments))

    def _put_back(self) -> None:
        engine = house_of(self.app).database
        engine.dispose()
        database = Path(str(engine.url.database))
        for beside in ("-wal", "-shm"):
            database.with_name(database.name + beside).unlink(missing_ok=True)
        shutil.copy(self.as_it_was, database)
        _put_down_letter(house_of(self.app))


def furnish(app: Flask, home: Path) -> Furnished:
    """The house, its group and a browser for each role, on an empty database in `home`."""
    house = house_of(app)
    people = {role: _person(house, role) for role in ACCOUNTS}
    opened, things = _a_groups_things(house, people)
    ids = {"another": a_group(house, name="Another group"), **things}
    belongs(house, ids["another"], _email("elsewhere"), organizes=True, holds="facilitator")
    browsers = {role: _browser(app, role, ids) for role in ROLES}
    app.config["WTF_CSRF_ENABLED"] = False
    house.database.dispose()
    as_it_was = home / "as_it_was.db"
    shutil.copy(home / "holdspace.db", as_it_was)
    return Furnished(app, ids, browsers, as_it_was, opened)


def _a_groups_things(house: House, people: dict[str, str]) -> tuple[OpenedCircle, dict[str, str]]:
    group = a_group(house)
    for role in HOLDERS:
        belongs(house, group, _email(role), holds=role, role_words="peer")
    # Two organize, so that one of them may go.
    for email in (_email("organizer"), "second@example.org"):
        belongs(house, group, email, organizes=True)
    member = belongs(house, group, _email("member"))
    series = a_series(house, group)
    meeting = a_meeting(house, series)
    replies(house, meeting, member)
    for role in HOLDERS:
        holds(house, meeting, people[role], answer="asked")
    _rows(house, group, member)
    opened = open_circle(
        house,
        group_id=group,
        agenda="short",
        by=people["facilitator"],
        starts_in_ms=0,
        seats_max=4,
    )
    return opened, {
        "group_id": group,
        "person_id": member,
        "series_id": series,
        "meeting_id": meeting,
        "circle_id": opened.circle_id,
        "entry_id": ROW,
        "agenda_id": ROW,
        "list_id": ROW,
        "draft": a_series(house, group, state="draft"),
        "mail_id": ROW,
        "filename": "css/main.css",
    }


def _rows(house: House, group: str, to: str) -> None:
    with write(house.database) as session:
        entry = {"region": "Berlin", "kind": "crisis", "name": "A crisis line", "how": "555 0100"}
        session.add(SupportEntry(id=ROW, group_id=group, place=1, **entry))
        body = template_to_json(AGENDAS["short"])
        session.add(GroupAgenda(id=ROW, group_id=group, title="Ours", body=body, changed_at=0))
        session.add(CarriedList(id=ROW, group_id=group, body="[]", total=0, done=0, made_at=0))
        session.add(_sent_mail(group, to))
    _put_down_letter(house)


def _put_down_letter(house: House) -> None:
    lies_at = letter_file(house, ROW)
    lies_at.parent.mkdir(exist_ok=True)
    lies_at.write_text("Subject: A note\n\nHello\n")


def _sent_mail(group: str, to: str) -> OutboxRow:
    return OutboxRow(
        id=ROW,
        once_key="note:1",
        person_id=to,
        group_id=group,
        kind="note",
        facts="{}",
        state="sent",
        due_at=0,
        tries=0,
        made_at=0,
        sent_at=0,
    )


def _browser(app: Flask, role: str, ids: dict[str, str]) -> FlaskClient:
    browser, house = app.test_client(), house_of(app)
    if role in ACCOUNTS:
        visitor = Visitor(browser, address=_from(role)["REMOTE_ADDR"])
        assert visitor.signs_in(_email(role)).status_code == 303
    if role == "member":
        with write(house.database) as session:
            now = house.clock.now()
            link = open_link(
                session, house.secret, LinkKind.SEAT, ids["group_id"], ids["person_id"], now=now
            )
        browser.set_cookie(member_cookie(house, ids["group_id"]), link.key)
    # Every browser has the cookie of who opened the circle: it alone opens no page.
    with browser.session_transaction() as kept:
        names = {"group": ids["group_id"], "circle": ids["circle_id"]}
        kept["opened"] = {**names, "door": "door", "hold": "hold"}
    return browser


def _person(house: House, role: str) -> str:
    name = role.replace("_", " ").title()
    return add_person(house, name=name, email=_email(role), password=PASSWORD).person_id


def _email(role: str) -> str:
    return f"{role}@example.org"


def _from(role: str) -> dict[str, str]:
    return {"REMOTE_ADDR": f"198.51.100.{100 + ROLES.index(role)}"}
