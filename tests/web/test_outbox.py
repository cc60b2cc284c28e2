"""Organizers read what became of mail; members choose what they hear about."""

import re

import pytest

from facilitator.house import House
from facilitator.mail import worker_of
from facilitator.store.database import read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import LinkKind, kept_link, open_link
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from tests.calendar_rows import a_group, belongs
from tests.web.queries import questions
from tests.web.visitors import Visitor


@pytest.fixture
def group(house: House, tom: Visitor) -> str:  # noqa: ARG001 -- Tom's account comes first
    """Tom organizes it; Jo is a member."""
    group = a_group(house)
    belongs(house, group, "tom@example.org", organizes=True)
    belongs(house, group, "jo@example.org", name="Jo Marie", mail_notes=True)
    return group


def jo_in(house: House, group: str) -> GroupPlace:
    with read(house.database) as session:
        places = session.query(GroupPlace).filter(GroupPlace.group_id == group)
        return places.filter(~GroupPlace.organizes, GroupPlace.joined_at.is_not(None)).one()


def a_note(house: House, group: str, key: str = "note:1", kind: MailKind = MailKind.NOTE) -> None:
    with write(house.database) as session:
        post(
            session,
            kind,
            once_key=key,
            person_id=jo_in(house, group).person_id,
            group_id=group,
            facts={"said": "Bring a chair."},
            now=house.clock.now(),
        )


def it_rests(house: House, trouble: str = "address/unknown") -> str:
    with write(house.database) as session:
        row = session.query(OutboxRow).one()
        row.state, row.trouble, row.tries = "dead", trouble, 1
    return row.id


def test_mail_is_told_from_writing_to_sending(house: House, group: str, tom: Visitor) -> None:
    """First nothing, then on its way, then where it lies."""
    page = f"/groups/{group}/outbox"
    tom.opens(page)
    nothing = tom.reads
    a_note(house, group)
    tom.opens(page)
    waits = tom.reads
    worker_of(tom.client.application).send_due()
    tom.opens(page)

    assert "No letter has been written yet." in nothing
    assert "Jo Marie jo@example.org Note On its way" in waits
    assert "Jo Marie jo@example.org Note Lies here" in tom.reads
    assert "This house has no mail server, so letters stay here." in tom.reads


def test_a_letter_lets_no_organizer_in_as_somebody(house: House, group: str, tom: Visitor) -> None:
    """Its words are there; the links that are the reader's alone are not."""
    a_note(house, group)
    worker_of(tom.client.application).send_due()
    found = re.search(rf"/groups/{group}/outbox/\w+", tom.opens(f"/groups/{group}/outbox").text)
    assert found
    letter = tom.opens(found[0])
    with read(house.database) as session:
        place = jo_in(house, group)
        keys = [
            kept_link(session, house.secret, kind, group, place.person_id, now=1).key
            for kind in (LinkKind.SEAT, LinkKind.MAIL)
        ]

    assert "Bring a chair." in letter.text
    assert "http://localhost/mine/…" in letter.text
    assert not [key for key in keys if key in letter.text]


def test_an_invitation_can_be_handed_on(house: House, group: str, tom: Visitor) -> None:
    """Without a mail server that is the only way it arrives."""
    sam = belongs(house, group, "sam@example.org", joined_at=None)
    with write(house.database) as session:
        now = house.clock.now()
        link = open_link(session, house.secret, LinkKind.INVITATION, group, sam, now=now)
        facts = {"person_id": sam, "group_id": group, "facts": {}, "now": now}
        post(session, MailKind.INVITATION, once_key="invitation:1", **facts)
    worker_of(tom.client.application).send_due()
    found = re.search(rf"/groups/{group}/outbox/\w+", tom.opens(f"/groups/{group}/outbox").text)
    assert found

    assert f"http://localhost/invitation/{link.key}" in tom.opens(found[0]).text


def test_what_didnt_arrive_waits_for_a_decision(house: House, group: str, tom: Visitor) -> None:
    """Said in a sentence; sent again, or let be, as often as the button is pressed."""
    a_note(house, group)
    mail, page = it_rests(house), f"/groups/{group}/outbox"
    tom.opens(page)
    told = tom.reads
    again = [tom.sends(f"{page}/{mail}/again", page=page).status_code for _ in range(2)]
    tom.opens(page)
    on_its_way = tom.reads
    it_rests(house)
    let_be = [tom.sends(f"{page}/{mail}/let-be", page=page).status_code for _ in range(2)]
    tom.opens(page)

    assert "Nobody is reached at this address." in told
    assert (again, let_be) == ([303, 303], [303, 303])
    assert "Jo Marie jo@example.org Note On its way" in on_its_way
    assert "No letter has been written yet." in tom.reads


def test_the_page_asks_as_much_for_many_as_for_few(house: House, group: str, tom: Visitor) -> None:
    """The same number of questions to the database."""
    a_note(house, group)
    page = f"/groups/{group}/outbox"
    with questions(house) as few:
        tom.opens(page)
    for number in range(60):
        a_note(house, group, f"more:{number}")
    with questions(house) as many:
        tom.opens(page)

    assert len(few) == len(many)


def choices(house: House, group: str) -> list[bool]:
    place = jo_in(house, group)
    names = ("mail_meetings", "mail_day_before", "mail_hour_before", "mail_notes")
    return [getattr(place, name) for name in names]


def mail_key(house: House, group: str, person: str) -> str:
    with write(house.database) as session:
        return kept_link(session, house.secret, LinkKind.MAIL, group, person, now=1).key


def test_a_member_chooses_from_a_mail(house: House, group: str, somebody: Visitor) -> None:
    """Without a sign-in; what isn't ticked isn't written."""
    page = f"/mail/{mail_key(house, group, jo_in(house, group).person_id)}"
    sent = somebody.sends(page, mail_day_before="yes", mail_hour_before="yes")
    somebody.opens(sent.headers["Location"])

    assert sent.status_code == 303
    assert choices(house, group) == [False, True, True, False]
    assert "That’s kept." in somebody.reads
    assert somebody.last.text.count(" checked") == 2


def test_a_member_chooses_on_their_own_page(group: str, tom: Visitor) -> None:
    """The same choices, and the way back."""
    tom.sends(f"/my/{group}/mail", mail_notes="yes")
    tom.opens(f"/my/{group}/mail")

    assert tom.last.text.count(" checked") == 1
    assert "You organize or hold meetings here." in tom.reads
    assert "Back to your page" in tom.reads


def test_opening_the_address_of_a_header_changes_nothing(
    house: House, group: str, somebody: Visitor
) -> None:
    """Programs look at links before people do; only a press counts."""
    page = f"/mail/{mail_key(house, group, jo_in(house, group).person_id)}"
    before = choices(house, group)
    opened = somebody.opens(f"{page}/stop")
    between = choices(house, group)
    pressed = [
        somebody.posts(f"{page}/stop", **{"List-Unsubscribe": "One-Click"}).status_code
        for _ in range(2)
    ]

    assert (opened.status_code, opened.headers["Location"]) == (303, page)
    assert between == before
    assert pressed == [204, 204]
    assert choices(house, group) == [False] * 4


def test_somebody_who_was_only_invited_is_left_alone(
    house: House, group: str, somebody: Visitor
) -> None:
    """Their invitation opens nothing from then on, and no other is sent."""
    sam = belongs(house, group, "sam@example.org", joined_at=None)
    with write(house.database) as session:
        open_link(session, house.secret, LinkKind.INVITATION, group, sam, now=house.clock.now())
    page = f"/mail/{mail_key(house, group, sam)}"
    somebody.opens(page)
    asked = somebody.reads
    somebody.sends(page)
    somebody.opens(page)

    assert "one press is enough" in asked
    assert "No more mail comes from this group." in somebody.reads
    with read(house.database) as session:
        assert session.get(GroupPlace, (group, sam)).mail_meetings is False


@pytest.mark.parametrize("key", ["nothing-that-opens", "a" * 32, "..", "%00"])
def test_a_key_that_opens_nothing_is_nothing(somebody: Visitor, key: str) -> None:
    """Whatever it looks like."""
    assert somebody.opens(f"/mail/{key}").status_code == 404


def test_whoever_left_has_no_choices(house: House, group: str, somebody: Visitor) -> None:
    """The link from an old mail leads to nothing."""
    person = jo_in(house, group).person_id
    page = f"/mail/{mail_key(house, group, person)}"
    with write(house.database) as session:
        session.query(GroupPlace).filter(GroupPlace.person_id == person).delete()

    assert somebody.opens(page).status_code == 404


def test_mail_of_another_group_is_nobody_elses_to_decide(
    house: House, group: str, tom: Visitor
) -> None:
    """Also for somebody who organizes both, under the wrong address: it rests as it did."""
    a_note(house, group)
    mail, another = it_rests(house), a_group(house)
    belongs(house, another, "tom@example.org", organizes=True)
    tom.signs_in("tom@example.org")

    for deed in ("again", "let-be"):
        tom.sends(f"/groups/{another}/outbox/{mail}/{deed}", page=f"/groups/{group}/outbox")

    with read(house.database) as session:
        assert session.get_one(OutboxRow, mail).state == "dead"
