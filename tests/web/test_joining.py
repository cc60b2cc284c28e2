from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import LinkKind, open_link
from tests import calendar_rows as rows
from tests.web.letters import group_of, invited, key_for, letters, person_with
from tests.web.visitors import FixedClock, Visitor


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in, organizes and holds."""
    return group_of(ria, house)


def test_somebody_joins_by_their_letter(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """A name, no password; their own page opens, and a letter with its link is on its way."""
    jo, path = guest(), invited(house, ria, group, "jo@example.org")
    assert "written for j•••@e•••.org" in (jo.opens(path) and jo.reads)

    answer = jo.sends(path, name="Jo")

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/my/{group}"
    assert letters(house)[-1] == ("jo@example.org", "welcome")
    assert "Jo jo@example.org Member" in (ria.opens(f"/groups/{group}/people") and ria.reads)


def test_an_invitation_opens_once(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """Whoever comes second reads that it was used, and is nobody there."""
    path = invited(house, ria, group, "jo@example.org")
    guest().sends(path, name="Jo")
    second = guest()

    answer = second.sends(path, page="/sign-in", name="Not Jo")

    assert answer.status_code == 410
    assert "This invitation was used already" in second.reads
    assert second.opens(f"/my/{group}").status_code == 404


def test_who_opens_their_own_invitation_again_finds_their_page(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """The letter lies in the mailbox still; by get and by post nobody is asked if it was them."""
    jo, path = guest(), invited(house, ria, group, "jo@example.org")
    jo.sends(path, name="Jo")

    again, twice = jo.opens(path), jo.sends(path, page="/sign-in", name="Jo")

    for answer in (again, twice):
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/my/{group}"


def test_an_invitation_says_who_holds_the_group(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """As its letter promised; nobody joins people they know nothing of."""
    rows.belongs(house, group, "tom@example.org", holds="co_facilitator", role_words="a listener")
    jo = guest()

    jo.opens(invited(house, ria, group, "jo@example.org"))

    assert "Held by Ria (peer facilitator) and Tom (a listener)." in jo.reads


def test_an_invitation_runs_its_time(
    ria: Visitor, group: str, house: House, clock: FixedClock, guest: Callable[[], Visitor]
) -> None:
    """After two weeks its page says so; a new one can be sent."""
    path = invited(house, ria, group, "jo@example.org")
    clock.pass_days(14.1)
    ria.signs_in()
    jo = guest()

    assert jo.opens(path).status_code == 410
    assert "This link has run its time" in jo.reads
    assert "the link has run its time" in (ria.opens(f"/groups/{group}/people") and ria.reads)
    assert invited(house, ria, group, "jo@example.org") != path


def test_an_invitation_taken_back_opens_nothing(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """And says what to do instead."""
    path = invited(house, ria, group, "jo@example.org")
    jo, person = guest(), person_with(house, "jo@example.org")

    ria.sends(f"/groups/{group}/people/{person}/remove")

    assert jo.opens(path).status_code == 404
    assert "This link opens nothing" in jo.reads
    assert "jo@example.org" not in (ria.opens(f"/groups/{group}/people") and ria.reads)


def test_somebody_elses_invitation_can_be_put_down(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """Forwarded to the wrong person, it says whom it was written for, and changes nothing."""
    path = invited(house, ria, group, "jo@example.org")
    stranger = guest()
    stranger.opens(path)
    assert "jo@example.org" not in stranger.reads
    assert "That isn’t me" in stranger.reads

    stranger.opens(f"{path}/not-me")

    assert "Then this link isn’t for you" in stranger.reads
    assert guest().sends(path, name="Jo").status_code == 303


def test_an_invitation_can_be_declined(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """In two steps, without a reason; the organizers see one invitation less."""
    path, jo = invited(house, ria, group, "jo@example.org"), guest()

    jo.sends(f"{path}/no")

    assert "no more mail of this group" in jo.reads
    with read(house.database) as session:
        assert people.person_by_email(session, "jo@example.org") is None
    assert jo.opens(path).status_code == 404
    assert "jo@example.org" not in (ria.opens(f"/groups/{group}/people") and ria.reads)


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 81, "\u202eoJ"])
def test_an_unclear_name_joins_nobody(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor], name: str
) -> None:
    """The sentence stands beside the field, and the invitation stays open."""
    path, jo = invited(house, ria, group, "jo@example.org"), guest()

    assert jo.sends(path, name=name).status_code == 422
    assert 'id="name-error"' in jo.last.text
    assert jo.sends(path, name="Jo").status_code == 303


def test_whoever_has_the_joining_link_is_written_to(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """The page is the same for a stranger and for a member, so it tells nobody who is here."""
    rows.belongs(house, group, "lee@example.org")
    ria.sends(f"/groups/{group}/invitations/link", page=f"/groups/{group}/invitations", days="30")
    path, jo, lee = f"/joining/{key_for(house, LinkKind.JOINING, group)}", guest(), guest()

    first, second = jo.sends(path, email="jo@example.org"), lee.sends(path, email="lee@example.org")

    assert (first.status_code, first.data) == (second.status_code, second.data)
    assert letters(house) == [("jo@example.org", "invitation"), ("lee@example.org", "welcome")]
    assert jo.opens(f"/my/{group}").status_code == 404


def test_a_joining_link_ends_and_can_be_closed(
    ria: Visitor, group: str, house: House, clock: FixedClock, guest: Callable[[], Visitor]
) -> None:
    """Each is a page of its own."""
    page, jo = f"/groups/{group}/invitations", guest()
    ria.sends(f"{page}/link", page=page, days="7")
    path = f"/joining/{key_for(house, LinkKind.JOINING, group)}"

    clock.pass_days(7.1)
    assert jo.opens(path).status_code == 410
    ria.signs_in()
    ria.sends(f"{page}/link/close", page=page)

    assert jo.opens(path).status_code == 404
    assert letters(house) == []


def test_a_members_own_link_leads_to_their_page_and_leaves_the_address(
    group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """The key is in an HttpOnly cookie from then on; another link ends it."""
    rows.belongs(house, group, "lee@example.org")
    lee, person = guest(), person_with(house, "lee@example.org")
    with write(house.database) as session:
        now = house.clock.now()
        key = open_link(session, house.secret, LinkKind.SEAT, group, person, now=now).key

    answer = lee.opens(f"/mine/{key}")

    assert answer.headers["Location"] == f"/my/{group}"
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert lee.opens(f"/mine/{key[::-1]}").status_code == 404


def test_a_new_link_ends_the_old_one(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """For when somebody else has come by it."""
    path, jo = invited(house, ria, group, "jo@example.org"), guest()
    jo.sends(path, name="Jo")
    old = key_for(house, LinkKind.SEAT, group, "jo@example.org")
    person = person_with(house, "jo@example.org")

    ria.sends(f"/groups/{group}/people/{person}/link", page=f"/groups/{group}/people/{person}")

    assert guest().opens(f"/mine/{old}").status_code == 404
    new = key_for(house, LinkKind.SEAT, group, "jo@example.org")
    assert guest().opens(f"/mine/{new}").status_code == 303


def test_somebody_is_asked_to_hold_circles_and_chooses_a_password(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """Only their own link leads there; the organizer never sees a way to it."""
    path, jo = invited(house, ria, group, "jo@example.org"), guest()
    jo.sends(path, name="Jo")
    person = person_with(house, "jo@example.org")
    card = f"/groups/{group}/people/{person}"
    ria.sends(card, holds="facilitator", role_words="a nurse who has been there")
    assert "a nurse who has been there" in (ria.opens(f"/groups/{group}/people") and ria.reads)

    key = key_for(house, LinkKind.SEAT, group, "jo@example.org")
    assert jo.opens(f"/mine/{key}").headers["Location"] == f"/mine/{group}/account"
    begin = jo.sends(f"/mine/{group}/account").headers["Location"]
    jo.sends(begin, name="Jo", password="another quiet sentence")

    assert jo.opens(f"/groups/{group}").status_code == 200
    assert jo.opens(f"/groups/{group}/people").status_code == 404


def test_a_place_that_was_only_offered_lets_nobody_in(
    group: str, house: House, tom: Visitor
) -> None:
    """Tom has an account, and was invited; until he says yes, nothing there is his."""
    rows.belongs(house, group, "tom@example.org", joined_at=None)

    assert tom.opens(f"/my/{group}").status_code == 404
    with write(house.database) as session:
        place = session.get_one(GroupPlace, (group, person_with(house, "tom@example.org")))
        place.joined_at = 1

    assert tom.opens(f"/my/{group}").status_code == 200
