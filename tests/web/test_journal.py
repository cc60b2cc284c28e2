import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from urllib.parse import urlencode

import pytest
from flask import Flask
from sqlalchemy import delete
from werkzeug.test import TestResponse

from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read, write
from facilitator.store.people_tables import Person
from facilitator.store.sealed_journals import SealedJournal
from facilitator.use_cases.carry_journal import SEALED_BYTES_MOST
from tests.web.visitors import Visitor

SEALED = "/journal/sealed"
BYTES = "application/octet-stream"
PAGES = ["/journal", "/journal/self-check", "/journal/debrief"]


def sealed(*, count: int = 600_000, size: int = 4096, magic: bytes = b"HSJ1") -> bytes:
    """Bytes as a browser sends them; the last part could be anything."""
    header = magic + count.to_bytes(4, "big") + b"s" * 16
    return header + b"\x9c" * (size - len(header))


@dataclass
class Carrier:
    """Somebody signed in whose journal page sends bytes."""

    visitor: Visitor
    token: str

    def puts(self, body: bytes, after: str = "", kind: str = BYTES) -> TestResponse:
        where = f"{SEALED}?{urlencode({'after': after})}"
        headers = {"X-CSRFToken": self.token} if self.token else {}
        return self.visitor.client.put(where, data=body, content_type=kind, headers=headers)

    def wipes(self) -> TestResponse:
        headers = {"X-CSRFToken": self.token} if self.token else {}
        return self.visitor.client.delete(SEALED, headers=headers)

    def gets(self) -> TestResponse:
        return self.visitor.opens(SEALED)


@pytest.fixture
def carrier() -> Callable[[Visitor], Carrier]:
    def carries(visitor: Visitor) -> Carrier:
        found = re.search(r'id="journal">(.*?)</script>', visitor.opens("/journal").text, re.S)
        assert found
        return Carrier(visitor, json.loads(found[1])["csrf_token"])

    return carries


@pytest.fixture
def toms(tom: Visitor, carrier: Callable[[Visitor], Carrier]) -> Carrier:
    return carrier(tom)


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_need_no_account_and_leave_no_trace(somebody: Visitor, path: str) -> None:
    """Anybody may write; the tab says Notes, nothing is kept, and no cookie is set."""
    answer = somebody.opens(path)

    assert answer.status_code == 200
    assert "<title>Notes</title>" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert 'id="leave-fast"' in answer.text


def test_what_was_sent_comes_back(toms: Carrier) -> None:
    """Byte by byte, with the version that the next one follows."""
    assert toms.gets().status_code == 204
    assert toms.gets().headers.get("X-Version") is None

    version = toms.puts(sealed()).get_json()["version"]

    answer = toms.gets()
    assert answer.data == sealed()
    assert answer.headers["X-Version"] == version
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == BYTES


def test_a_copy_from_another_device_is_not_written_over(toms: Carrier) -> None:
    """Whoever doesn't know the copy that is there is told so, and nothing changes."""
    first = toms.puts(sealed(size=100)).get_json()["version"]
    second = toms.puts(sealed(size=200), after=first).get_json()["version"]

    for after in ("", first, "made-up", "\0", "x" * 5000):
        assert toms.puts(sealed(size=300), after=after).status_code == 409

    assert toms.gets().data == sealed(size=200)
    assert toms.gets().headers["X-Version"] == second


def test_after_a_wipe_an_older_device_is_asked_too(toms: Carrier) -> None:
    """A copy that began anew is another one, however many there were before."""
    first = toms.puts(sealed(size=100)).get_json()["version"]
    assert toms.wipes().status_code == 204
    toms.puts(sealed(size=200))

    assert toms.puts(sealed(size=300), after=first).status_code == 409


def test_a_wiped_copy_is_gone(toms: Carrier, house: House) -> None:
    """Also from the files around the database; wiping twice is once."""
    toms.puts(sealed())

    assert [toms.wipes().status_code, toms.wipes().status_code] == [204, 204]

    assert toms.gets().status_code == 204
    for file in house.settings.instance_dir.glob("holdspace.db*"):
        assert b"\x9c" * 64 not in file.read_bytes()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"What felt safe? Nobody asked twice.",
        json.dumps({"pages": [{"safe": "words"}]}).encode(),
        sealed(magic=b"HSJ2"),
        sealed(count=599_999),
        sealed(count=4_000_000_000),
        sealed(size=52),
        sealed(magic=b"\0\0\0\0"),
    ],
)
def test_only_sealed_bytes_are_taken(toms: Carrier, body: bytes) -> None:
    """Readable words, a weaker seal, or nothing at all: none of it is stored."""
    assert toms.puts(body).status_code == 415
    assert toms.gets().status_code == 204


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data"])
def test_only_bytes_are_taken_as_bytes(toms: Carrier, kind: str) -> None:
    """What calls itself something else is not looked at."""
    assert toms.puts(sealed(), kind=kind).status_code in {400, 415}
    assert toms.gets().status_code == 204


def test_a_journal_has_room_and_an_end(toms: Carrier) -> None:
    """512 kB fit, and not one byte more."""
    assert toms.puts(sealed(size=SEALED_BYTES_MOST)).status_code == 200

    assert toms.puts(sealed(size=SEALED_BYTES_MOST + 1)).status_code == 413
    assert len(toms.gets().data) == SEALED_BYTES_MOST


def test_a_journal_that_tells_no_length_is_not_cut(toms: Carrier) -> None:
    """A body in pieces is taken whole or not at all: half of a sealed journal opens for nobody."""
    where = f"{SEALED}?{urlencode({'after': ''})}"
    for size, status in ((SEALED_BYTES_MOST + 5000, 413), (SEALED_BYTES_MOST, 200)):
        answer = toms.visitor.client.put(
            where,
            input_stream=BytesIO(sealed(size=size)),
            content_type=BYTES,
            headers={"X-CSRFToken": toms.token},
            environ_overrides={"wsgi.input_terminated": True},
        )
        assert answer.status_code == status
    assert toms.gets().data == sealed(size=SEALED_BYTES_MOST)


def test_without_the_pages_token_nothing_is_sent_or_wiped(toms: Carrier) -> None:
    """Another site, or a page of before the sign-in, changes nothing."""
    toms.puts(sealed())
    stranger = replace(toms, token="")

    assert stranger.puts(sealed(size=100)).status_code == 400
    assert stranger.wipes().status_code == 400
    elsewhere = {"X-CSRFToken": toms.token, "Origin": "https://evil.example"}
    assert toms.visitor.client.delete(SEALED, headers=elsewhere).status_code == 403
    assert toms.gets().data == sealed()


def test_without_an_account_there_is_no_copy(
    somebody: Visitor, carrier: Callable[[Visitor], Carrier]
) -> None:
    """Nobody signed in: nothing is read, sent or wiped; and the page carries no token."""
    nobody = carrier(somebody)

    assert nobody.token == ""
    assert nobody.gets().status_code == 403
    assert nobody.puts(sealed()).status_code == 403
    assert nobody.puts(sealed(size=SEALED_BYTES_MOST * 2)).status_code in {403, 413}
    assert nobody.wipes().status_code in {400, 403}


def test_each_account_has_its_own(
    toms: Carrier, ria: Visitor, carrier: Callable[[Visitor], Carrier]
) -> None:
    """Ria neither sees nor wipes what is Tom's."""
    toms.puts(sealed())
    ria.signs_in()
    rias = carrier(ria)

    assert rias.gets().status_code == 204
    assert rias.wipes().status_code == 204
    assert toms.gets().data == sealed()


def test_the_copy_goes_with_the_account(toms: Carrier, house: House) -> None:
    """When the person's row is deleted, so are the bytes."""
    toms.puts(sealed())
    with write(house.database) as session:
        person = people.person_by_email(session, "tom@example.org")
        assert person is not None
        session.execute(delete(Person).where(Person.id == person.id))

    with read(house.database) as session:
        assert session.query(SealedJournal).count() == 0


def test_a_group_in_the_address_is_only_for_who_holds_it(
    ria: Visitor, tom: Visitor, app: Flask
) -> None:
    """Ria finds her group's contact; for everybody else it is as if it weren't there."""
    ria.signs_in()
    group = ria.sends(
        "/groups/new",
        name="Thursday walkers",
        role_words="peer facilitator",
        contact="supervision@example.org",
        other_support="Crisis line: 555 0100",
    ).headers["Location"]
    path = f"/journal/debrief?group={group.rsplit('/', 1)[1]}"

    assert "supervision@example.org" in ria.opens(path).text
    assert f'href="{group}"' in ria.last.text
    for other in (tom, Visitor(app.test_client())):
        assert other.opens(path).status_code == 200
        assert "supervision@example.org" not in other.last.text
        assert group not in other.last.text


@pytest.mark.parametrize("group", ["", "../x", "\0", "x" * 5000, "\N{SNOWMAN}"])
def test_a_made_up_group_does_no_harm(tom: Visitor, group: str) -> None:
    """The page is there without it."""
    assert tom.opens(f"/journal/self-check?{urlencode({'group': group})}").status_code == 200


def test_the_way_out_wipes_only_when_asked_from_here(somebody: Visitor) -> None:
    """A link on another site leads out, and can't make this device forget."""
    here = somebody.opens("/exit", **{"Sec-Fetch-Site": "same-origin"}).text
    elsewhere = somebody.opens("/exit", **{"Sec-Fetch-Site": "cross-site"}).text

    assert "wipe-on-exit" in here
    assert "wipe-on-exit" not in elsewhere
