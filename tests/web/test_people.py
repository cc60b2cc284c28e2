from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.links import LinkKind
from facilitator.store.outbox_tables import OutboxRow
from facilitator.web.invitations import read_pasted
from tests import calendar_rows as rows
from tests.web.letters import group_of, invited, key_for, letters, person_with
from tests.web.queries import questions
from tests.web.visitors import Visitor


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in, organizes and holds."""
    return group_of(ria, house)


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


def test_a_house_writes_to_no_endless_list(ria: Visitor, group: str, house: House) -> None:
    """Somebody with an account and much to sell is asked to take it slowly."""
    page = f"/groups/{group}/invitations"
    answers = [
        ria.sends(page, page="/groups/new", addresses=f"a{n}@example.org").status_code
        for n in range(31)
    ]

    assert answers == [200] * 30 + [429]
    assert len(letters(house)) == 30


def test_nobody_is_sent_new_links_without_end(ria: Visitor, group: str, house: House) -> None:
    """Each new link is a letter."""
    lee = rows.belongs(house, group, "lee@example.org")
    page = f"/groups/{group}/people/{lee}"
    answers = [ria.sends(f"{page}/link", page="/groups/new").status_code for _ in range(31)]

    assert answers == [303] * 30 + [429]


@pytest.mark.parametrize(
    "line",
    [
        "jo@example.org\0",
        "jo@exam\u202eple.org",
        "Bcc: x@y.zz\r",
        "a" * 300 + "@example.org",
        "jo(work)@example.org",
        "jo@[example.org",
        'jo"@example.org',
        "cc:jo@example.org",
    ],
)
def test_an_address_that_would_write_a_header_is_unclear(line: str) -> None:
    """What reaches a letter's head is an address and nothing else."""
    pasted = read_pasted(line)

    assert pasted.emails == []
    assert len(pasted.unclear) == 1


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


def test_somebody_who_hasnt_come_in_has_no_part_in_the_group_yet(
    tom: Visitor, group: str, house: House
) -> None:
    """Also when a part waits for them: nothing is there for them before they have joined."""
    rows.belongs(
        house, group, "tom@example.org", organizes=True, holds="facilitator", joined_at=None
    )
    tom.signs_in("tom@example.org")

    for page in ("", "/people", "/open", "/agreements", "/calendar"):
        assert tom.opens(f"/groups/{group}{page}").status_code == 404, page

    tom.opens("/groups")
    assert f"/groups/{group}" not in tom.last.text
    tom.opens("/calendar")
    assert f"/groups/{group}" not in tom.last.text


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
