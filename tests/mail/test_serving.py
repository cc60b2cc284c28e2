"""The server itself: its mail leaves beside its requests, and who was erased isn't there."""

from pathlib import Path

import requests

from facilitator.store import tombstones
from facilitator.store.database import read, write
from facilitator.store.outbox import MailKind, post
from facilitator.store.people_tables import Person
from tests.calendar_rows import a_group, belongs
from tests.live.people import Server, until


def test_mail_leaves_while_the_server_serves(tmp_path: Path) -> None:
    """From the first request on; whoever a backup brought back is gone before it is answered."""
    server = Server(tmp_path)
    house = server.house
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org", mail_notes=True)
    erased = belongs(house, group, "sam@example.org")
    tombstones.bury(house.settings.instance_dir, erased)
    with write(house.database) as session:
        post(
            session,
            MailKind.NOTE,
            once_key="note:1",
            person_id=jo,
            group_id=group,
            facts={"said": "Hello"},
            now=house.clock.now(),
        )
    server.start()
    try:
        answer = requests.get(f"{server.url}/", timeout=10)
        folder = server.instance / "outbox"
        (letter,) = until(lambda: list(folder.glob("*.eml")), what="the letter lies there")
    finally:
        server.stop()

    assert answer.status_code == 200
    assert b"Hello" in letter.read_bytes()
    with read(house.database) as session:
        assert session.get(Person, erased) is None
