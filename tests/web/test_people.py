from collections.abc import Callable

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import LinkKind, open_link
from facilitator.store.outbox_tables import OutboxRow
from facilitator.web.invitations import read_pasted
from tests import calendar_rows as rows
from tests.web.letters import key_for, letters, person_with
from tests.web.queries import questions
from tests.web.visitors import FixedClock, Visitor


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in, organizes and holds."""
    group = rows.a_group(house)
    rows.belongs(
        house,
        group,
        "ria@example.org",
        organizes=True,
        holds="facilitator",
        role_words="peer facilitator",
    )
    ria.signs_in()
    return group


@pytest.fixture
def guest(app: Flask) -> Callable[[], Visitor]:
    """Makes somebody with a browser of their own."""
    return lambda: Visitor(app.test_client(), address="198.51.100.99")


def invited(house: House, ria: Visitor, group: str, email: str) -> str:
    """The path in the letter to this address, once Ria has invited it."""
    ria.sends(f"/groups/{group}/invitations", addresses=email)
    return f"/invitation/{key_for(house, LinkKind.INVITATION, group, email)}"


def test_each_line_of_a_pasted_list_says_what_became_of_it(
    ria: Visitor, group: str, house: House
) -> None:
    """Invited, here already, twice, not clear: and what isn't clear stays in the field."""
    pasted = "jo@example.org\r\nLee <lee@example.org>, jo@example.org; ria@example.org\nsam at home"

    answer = ria.sends(f"/groups/{group}/invitations", addresses=pasted)

    assert answer.status_code == 200
    assert "Not clear yet; they’re in the field below sam at home" in ria.reads
    assert "Invited; a letter is on its way jo@example.org lee@example.org" in ria.reads
    assert "Here already ria@example.org" in ria.reads
    assert "Twice on the list; one letter is enough jo@example.org" in ria.reads
    assert ">\nsam at home</textarea>" in answer.text
    assert letters(house) == [("jo@example.org", "invitation"), ("lee@example.org", "invitation")]


def test_the_same_list_sent_twice_invites_once(ria: Visitor, group: str, house: House) -> None:
    """One letter an hour, however often somebody presses."""
    for _ in range(3):
        ria.sends(f"/groups/{group}/invitations", addresses="jo@example.org")

    assert "Invited before; the letter goes out again jo@example.org" in ria.reads
    assert len(letters(house)) == 1


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        ("", "Please paste one address or more."),
        (" ,;\r\n ", "Please paste one address or more."),
        ("\n".join(f"p{n}@example.org" for n in range(201)), "Up to 200 addresses at once"),
        ("x" * 60_001, "Up to 200 addresses at once"),
    ],
)
def test_a_list_that_cant_be_taken_invites_nobody(
    ria: Visitor, group: str, house: House, pasted: str, sentence: str
) -> None:
    """A sentence, and nothing half done."""
    answer = ria.sends(f"/groups/{group}/invitations", addresses=pasted)

    assert answer.status_code == 422
    assert sentence in ria.reads
    assert letters(house) == []


def test_two_hundred_addresses_are_taken_at_once(ria: Visitor, group: str, house: House) -> None:
    """As many as the page says."""
    pasted = "\n".join(f"p{n}@example.org" for n in range(200))

    assert ria.sends(f"/groups/{group}/invitations", addresses=pasted).status_code == 200
    assert len(letters(house)) == 200


@pytest.mark.parametrize(
    "line",
    ["jo@example.org\0", "jo@exam\u202eple.org", "Bcc: x@y.zz\r", "a" * 300 + "@example.org"],
)
def test_an_address_that_would_write_a_header_is_unclear(line: str) -> None:
    """What reaches a letter's head is an address and nothing else."""
    pasted = read_pasted(line)

    assert pasted.emails == []
    assert len(pasted.unclear) == 1


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
    assert lee.opens(f"/mine/{key[:-1]}x").status_code == 404


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


def test_the_last_organizer_stays_one(ria: Visitor, group: str, house: House) -> None:
    """A sentence says what comes first; with a second organizer it goes."""
    me = person_with(house, "ria@example.org")
    wishes = {"holds": "facilitator", "role_words": "peer facilitator"}
    assert ria.sends(f"/groups/{group}/people/{me}", **wishes).status_code == 422
    assert "Somebody needs to organize the group." in ria.reads
    assert ria.sends(f"/groups/{group}/people/{me}/remove").status_code == 422

    rows.belongs(house, group, "lee@example.org", organizes=True)

    assert ria.sends(f"/groups/{group}/people/{me}", **wishes).status_code == 303


def test_whoever_was_told_to_hold_a_meeting_holds_it_until_it_is_swapped(
    ria: Visitor, group: str, house: House
) -> None:
    """People were told who holds it, so that changes first (I43)."""
    sam = rows.belongs(house, group, "sam@example.org", holds="facilitator", role_words="peer")
    meeting = rows.a_meeting(house, rows.a_series(house, group))
    rows.holds(house, meeting, sam)

    demoted = ria.sends(f"/groups/{group}/people/{sam}", holds="")
    removed = ria.sends(f"/groups/{group}/people/{sam}/remove")

    assert (demoted.status_code, removed.status_code) == (422, 422)
    assert "People were told that they hold a meeting ahead." in ria.reads


def test_somebody_taken_out_is_nobody_there(
    ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """No page, no link; sent twice it is the same."""
    path, jo = invited(house, ria, group, "jo@example.org"), guest()
    jo.sends(path, name="Jo")
    key = key_for(house, LinkKind.SEAT, group, "jo@example.org")
    remove = f"/groups/{group}/people/{person_with(house, 'jo@example.org')}/remove"

    ria.sends(remove)
    again = ria.sends(remove, page=f"/groups/{group}/people")

    assert again.status_code == 303
    assert jo.opens(f"/mine/{key}").status_code == 404
    assert jo.opens(path).status_code == 404


def test_an_address_that_mail_cant_reach_is_told(ria: Visitor, group: str, house: House) -> None:
    """A sentence beside the name, so that somebody can ask for another."""
    lee = rows.belongs(house, group, "lee@example.org")
    with write(house.database) as session:
        session.add(
            OutboxRow(
                id="m1",
                once_key="m1",
                person_id=lee,
                group_id=group,
                kind="welcome",
                facts="{}",
                state="dead",
                due_at=0,
                tries=1,
                made_at=0,
                trouble="address/unknown",
            )
        )

    ria.opens(f"/groups/{group}/people")

    assert "Lee lee@example.org Mail to this address comes back." in ria.reads


def test_two_thousand_people_are_pages_of_a_hundred(ria: Visitor, group: str, house: House) -> None:
    """And a page that isn't there is the nearest one."""
    with questions(house) as few:
        ria.opens(f"/groups/{group}/people")
    for n in range(150):
        rows.belongs(house, group, f"p{n:03}@example.org")

    with questions(house) as many:
        ria.opens(f"/groups/{group}/people?page=99")

    assert "Page 2 of 2" in ria.reads
    assert len(many) == len(few)
    assert ria.opens(f"/groups/{group}/people?page=-1%00").status_code == 200


@pytest.mark.parametrize("path", ["people", "invitations", "support", "words", "people/xyz"])
def test_members_and_facilitators_dont_see_addresses(
    group: str, house: House, tom: Visitor, path: str
) -> None:
    """These pages are the organizers'."""
    rows.belongs(house, group, "tom@example.org", holds="facilitator", role_words="peer")

    assert tom.opens(f"/groups/{group}/{path}").status_code == 404


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
