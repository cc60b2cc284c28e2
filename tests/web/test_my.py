"""A member's own page: when, where they stand, what they may say, and how they go."""

import json

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import read, write
from facilitator.store.links import LinkKind
from facilitator.store.meeting_changes import add_notice
from facilitator.store.meeting_tables import Meeting
from facilitator.store.people_tables import Person
from facilitator.use_cases.answer_meeting import answer_meeting
from facilitator.use_cases.lapse_offers import lapse_offers
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds
from tests.web.visitors import FixedClock, Visitor


class Member(Visitor):
    """Somebody with a seat link in a group."""

    def opens_link(self, house: House, group: str, person: str) -> None:
        now = house.clock.now()
        with write(house.database) as session:
            link = links.kept_link(session, house.secret, LinkKind.SEAT, group, person, now=now)
        self.opens(f"/mine/{link.key}")

    def says(self, group: str, meeting: str, answer: str) -> None:
        page = f"/my/{group}"
        self.sends(f"{page}/meetings/{meeting}/answer", page=page, answer=answer)
        assert self.last.status_code == 303
        assert self.last.headers["Location"] == f"{page}#meeting-{meeting}"
        self.opens(page)


@pytest.fixture
def group(house: House) -> str:
    group = a_group(house, access="closed")
    belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    return group


@pytest.fixture
def meeting(house: House, group: str) -> str:
    """One seat, in a day."""
    return a_meeting(house, a_series(house, group, seats_max=1))


@pytest.fixture
def sam(app: Flask, house: House, group: str) -> Member:
    """Sam has opened their own link."""
    sam = Member(app.test_client())
    sam.opens_link(house, group, belongs(house, group, "sam@example.org"))
    return sam


@pytest.fixture
def lee(house: House, group: str) -> str:
    return belongs(house, group, "lee@example.org")


def test_a_member_answers_without_a_reason_and_takes_it_back(
    sam: Member, group: str, meeting: str
) -> None:
    """Three answers, each changed by the next; nothing asks why (I13)."""
    sam.says(group, meeting, "coming")
    assert "You’re coming, and you have a seat." in sam.reads

    sam.says(group, meeting, "not_this_time")
    assert "Not this time. That’s all anybody needs to know." in sam.reads

    sam.says(group, meeting, "")

    assert "Take my answer back" not in sam.reads
    assert "textarea" not in sam.last.text


def test_whoever_is_next_reads_so_and_never_how_many(
    sam: Member, group: str, meeting: str, house: House, lee: str
) -> None:
    """Words instead of numbers of people."""
    answer_meeting(house, meeting, lee, "coming")
    sam.opens(f"/my/{group}")
    assert "All places are taken at the moment." in sam.reads

    sam.says(group, meeting, "coming")

    assert "you’re next in line" in sam.reads
    assert "Lee" not in sam.reads


def test_a_place_that_came_free_is_offered_until_a_time(
    sam: Member, group: str, meeting: str, house: House, lee: str
) -> None:
    """Taking it is one tap."""
    with write(house.database) as session:
        session.get_one(Meeting, meeting).starts_at += 10 * 24 * 3_600_000
        session.get_one(Meeting, meeting).ends_at += 10 * 24 * 3_600_000
    answer_meeting(house, meeting, lee, "coming")
    sam.says(group, meeting, "coming")
    answer_meeting(house, meeting, lee, "maybe")

    page = f"/my/{group}"
    sam.opens(page)
    assert "A place has come free, and it is kept for you until" in sam.reads
    sam.sends(f"{page}/meetings/{meeting}/offer", page=page, offer="take")
    sam.opens(page)

    assert "you have a seat" in sam.reads


def test_an_offer_that_went_on_stays_a_place_in_the_line(
    sam: Member, group: str, meeting: str, house: House, lee: str, clock: FixedClock
) -> None:
    """And while nobody else took it, it is there for the taking."""
    with write(house.database) as session:
        session.get_one(Meeting, meeting).starts_at += 10 * 24 * 3_600_000
        session.get_one(Meeting, meeting).ends_at += 10 * 24 * 3_600_000
    answer_meeting(house, meeting, lee, "coming")
    sam.says(group, meeting, "coming")
    answer_meeting(house, meeting, lee, "maybe")
    clock.pass_days(1.1)
    lapse_offers(house)

    page = f"/my/{group}"
    sam.opens(page)
    assert "A place is free right now, for whoever takes it first." in sam.reads
    sam.sends(f"{page}/meetings/{meeting}/offer", page=page, offer="take")
    sam.opens(page)

    assert "you have a seat" in sam.reads


def test_giving_a_seat_up_says_that_it_goes_to_somebody(
    sam: Member, group: str, meeting: str, house: House, lee: str
) -> None:
    """Before the button is pressed, not after."""
    sam.says(group, meeting, "coming")
    answer_meeting(house, meeting, lee, "coming")

    sam.opens(f"/my/{group}")

    assert "Somebody is waiting for a place. If you change this, yours goes to them." in sam.reads


def test_the_page_tells_who_holds_it_what_changed_and_what_ends(
    sam: Member, group: str, meeting: str, house: House
) -> None:
    """In somebody's own words, beside the meeting they are about."""
    tom = belongs(house, group, "tom@example.org", holds="co_facilitator", role_words="a peer")
    holds(house, meeting, tom)
    with write(house.database) as session:
        session.get_one(Meeting, meeting).left_after = 1
        add_notice(session, group, meeting, "holders", "Tom is with us.", now=house.clock.now())
        add_notice(session, group, None, "note", "There is tea.", now=house.clock.now())

    sam.opens(f"/my/{group}")

    assert "Held by Tom (a peer)." in sam.reads
    assert "One more meeting comes after this one." in sam.reads
    assert "Somebody else holds it Tom is with us." in sam.reads
    assert "There is tea." in sam.reads


def test_a_meeting_that_doesnt_take_place_says_so_and_asks_nothing(
    sam: Member, group: str, meeting: str, house: House
) -> None:
    """With the message that came with it; and a late answer is met with a sentence."""
    sam.opens(f"/my/{group}")
    with write(house.database) as session:
        session.get_one(Meeting, meeting).state = "cancelled"
        add_notice(session, group, meeting, "cancelled", "The hall is shut.", now=1)

    late = sam.sends(
        f"/my/{group}/meetings/{meeting}/answer", page=f"/my/{group}/me", answer="coming"
    )

    assert late.status_code == 422
    assert "This meeting is over, or it doesn’t take place." in sam.reads
    assert "This one doesn’t take place." in sam.reads
    assert "The hall is shut." in sam.reads
    assert 'name="answer"' not in late.text


@pytest.mark.parametrize("said", ["perhaps", "\0", "coming" * 500])
def test_an_answer_that_isnt_one_is_a_plain_page(
    sam: Member, group: str, meeting: str, said: str
) -> None:
    """And nothing is kept of it."""
    page = f"/my/{group}"
    for way in ("answer", "offer"):
        sent = sam.sends(f"{page}/meetings/{meeting}/{way}", page=page, **{way: said})
        assert sent.status_code == 400


def test_times_are_on_the_members_own_clock(
    sam: Member, group: str, meeting: str, house: House
) -> None:
    """Chosen once; the group's until then."""
    with write(house.database) as session:
        session.get_one(Meeting, meeting).starts_at = 1_800_100_800_000  # 12:00 UTC, 16 January
        session.get_one(Meeting, meeting).ends_at = 1_800_104_400_000
    sam.opens(f"/my/{group}")
    assert "1:00 PM – 2:00 PM" in " ".join(sam.reads.split("\N{NARROW NO-BREAK SPACE}"))

    sam.sends(f"/my/{group}/me", name="Sam", zone="Asia/Kathmandu", language="en")
    sam.opens(f"/my/{group}")

    assert "5:45 PM – 6:45 PM" in " ".join(sam.reads.split("\N{NARROW NO-BREAK SPACE}"))
    assert "Asia/Kathmandu" in sam.reads


def test_the_clock_of_this_device_is_one_tap_away(sam: Member, group: str) -> None:
    """An unknown one gets a sentence and changes nothing."""
    page = f"/my/{group}"

    unclear = sam.sends(f"{page}/clock", page=page, zone="Mars/Olympus")
    assert unclear.status_code == 422
    assert "Please choose a place from the list" in sam.reads
    sam.sends(f"{page}/clock", page=page, zone="America/Sao_Paulo")

    sam.opens(f"{page}/me")
    assert 'value="America/Sao_Paulo" selected' in sam.last.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("name", "x" * 81), ("zone", "Mars/Olympus"), ("language", "xx")],
)
def test_unclear_words_about_oneself_change_nothing(
    sam: Member, group: str, field: str, typed: str
) -> None:
    """The sentence stands beside the field, and what was typed is shown again."""
    fields = {"name": "Samira", "zone": "Asia/Kathmandu", "language": "en", field: typed}

    answer = sam.sends(f"/my/{group}/me", **fields)

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    sam.opens(f"/my/{group}")
    assert "You’re here as Sam." in sam.reads


def test_a_chosen_language_speaks_at_once(sam: Member, group: str, house: House) -> None:
    """On this browser's pages and in the mails."""
    sent = sam.sends(f"/my/{group}/me", name="Sam", zone="", language="es")
    assert sent.status_code == 303
    sam.opens(sent.headers["Location"])
    sam.opens(f"/my/{group}")

    assert '<html lang="es"' in sam.last.text
    with read(house.database) as session:
        assert session.query(Person).filter_by(email="sam@example.org").one().language == "es"


@pytest.mark.parametrize(
    "path", ["", "/me", "/leave", "/erase", "/export", "/meetings/m/answer", "/meetings/m/offer"]
)
def test_for_everybody_else_there_is_nothing_here(
    group: str, somebody: Visitor, tom: Visitor, sam: Member, path: str, house: House
) -> None:
    """Strangers, other accounts, members of other groups."""
    elsewhere = a_group(house)
    where, other = f"/my/{group}{path}", f"/my/{elsewhere}{path}"
    is_form = path.startswith("/meetings")

    for visitor, address in ((somebody, where), (tom, where), (sam, other)):
        if is_form:
            visitor.sends(address, page="/", answer="coming", offer="take")
        else:
            visitor.opens(address)
        assert visitor.last.status_code == 404


def test_a_link_for_one_group_answers_for_no_other(sam: Member, group: str, house: House) -> None:
    """Sam belongs to both; this browser only showed the link of one."""
    elsewhere = a_group(house)
    belongs(house, elsewhere, "sam@example.org")
    theirs = a_meeting(house, a_series(house, elsewhere))

    sent = sam.sends(
        f"/my/{group}/meetings/{theirs}/answer", page=f"/my/{group}/me", answer="coming"
    )

    assert sent.status_code == 422
    assert "This meeting isn’t on your page any more." in sam.reads


def test_my_leads_to_the_one_group_or_lists_them(
    sam: Member, somebody: Visitor, group: str, house: House
) -> None:
    """Whoever this browser doesn't know reads where their link is."""
    assert sam.opens("/my").headers["Location"] == f"/my/{group}"

    second = a_group(house, name="Morning quiet")
    sam.opens_link(house, second, belongs(house, second, "sam@example.org"))
    sam.opens("/my")
    assert "Morning quiet" in sam.reads
    assert "Thursday walkers" in sam.reads

    somebody.opens("/my")
    assert "This browser doesn’t know you yet." in somebody.reads


def test_what_is_kept_about_somebody_is_theirs_to_take(
    sam: Member, group: str, meeting: str, house: House
) -> None:
    """As JSON under a neutral name; with a link only what belongs to its group."""
    elsewhere = a_group(house, name="Morning quiet")
    belongs(house, elsewhere, "sam@example.org")
    sam.says(group, meeting, "maybe")

    saved = sam.opens(f"/my/{group}/export")

    assert saved.headers["Content-Disposition"] == 'attachment; filename="my-page.json"'
    kept = json.loads(saved.text)
    assert kept["person"]["email"] == "sam@example.org"
    assert [one["group"] for one in kept["groups"]] == ["Thursday walkers"]
    assert [one["answer"] for one in kept["answers"]] == ["maybe"]


def test_whoever_is_signed_in_takes_all_of_it(tom: Visitor, house: House, group: str) -> None:
    """Every group, and where they are signed in."""
    belongs(house, group, "tom@example.org")
    belongs(house, a_group(house, name="Morning quiet"), "tom@example.org")

    kept = json.loads(tom.opens(f"/my/{group}/export").text)

    assert [one["group"] for one in kept["groups"]] == ["Morning quiet", "Thursday walkers"]
    assert len(kept["signed_in"]) == 1


def test_a_member_leaves_in_two_steps_without_a_word(
    sam: Member, group: str, meeting: str, house: House, lee: str
) -> None:
    """Their seat goes to the next, their link opens nothing, and nobody here knows them."""
    sam.says(group, meeting, "coming")
    answer_meeting(house, meeting, lee, "coming")
    assert sam.opens(f"/my/{group}/leave").status_code == 200
    assert "textarea" not in sam.last.text

    gone = sam.sends(f"/my/{group}/leave")

    assert gone.status_code == 303
    sam.opens(gone.headers["Location"])
    assert "You have left the group" in sam.reads
    assert sam.opens(f"/my/{group}").status_code == 404
    with read(house.database) as session:
        assert session.query(Person).filter_by(email="sam@example.org").all() == []


def test_the_only_one_who_organizes_a_group_stays(tom: Visitor, house: House) -> None:
    """Until somebody organizes it with them."""
    group = a_group(house)
    belongs(house, group, "tom@example.org", organizes=True)
    belongs(house, group, "sam@example.org")
    tom.opens(f"/my/{group}/leave")
    assert "Right now the group has only you to organize it." in tom.reads

    sent = tom.sends(f"/my/{group}/leave", page=f"/my/{group}/me")

    assert sent.status_code == 422
    assert tom.opens(f"/my/{group}").status_code == 200


def test_a_member_is_forgotten_in_two_steps(sam: Member, group: str, house: House) -> None:
    """Without the tick nothing happens; afterwards nothing names them."""
    unsure = sam.sends(f"/my/{group}/erase")
    assert unsure.status_code == 422
    assert "This can’t be undone, so please tick this first." in sam.reads

    gone = sam.sends(f"/my/{group}/erase", sure="yes")

    sam.opens(gone.headers["Location"])
    assert "You’re forgotten here" in sam.reads
    with read(house.database) as session:
        assert session.query(Person).filter_by(email="sam@example.org").all() == []


def test_a_link_in_other_hands_takes_no_account_away(
    ria: Visitor, app: Flask, house: House, group: str
) -> None:
    """Whoever has a password signs in first."""
    stranger = Member(app.test_client())
    stranger.opens_link(house, group, belongs(house, a_group(house), "ria@example.org"))
    stranger.opens(f"/my/{group}/erase")
    assert "please sign in first" in stranger.reads

    sent = stranger.sends(f"/my/{group}/erase", page=f"/my/{group}/me", sure="yes")

    assert sent.status_code == 403
    assert ria.signs_in().status_code == 303


def test_a_link_in_other_hands_takes_no_group_away(ria: Visitor, app: Flask, house: House) -> None:
    """Whoever organizes it and has a password signs in before they leave."""
    organized = a_group(house)
    belongs(house, organized, "lee@example.org", organizes=True)
    me = belongs(house, organized, "ria@example.org", organizes=True)
    stranger = Member(app.test_client())
    stranger.opens_link(house, organized, me)
    leave = f"/my/{organized}/leave"
    assert "please sign in first" in (stranger.opens(leave) and stranger.reads)

    sent = stranger.sends(leave, page=f"/my/{organized}/me")

    assert sent.status_code == 403
    ria.signs_in()
    assert ria.sends(leave).status_code == 303


def test_nothing_on_the_page_names_the_group_in_its_address_or_tab(sam: Member, group: str) -> None:
    """History and tabs say nothing (I35)."""
    page = sam.opens(f"/my/{group}").text

    assert "<title>Holdspace</title>" in page
    assert "walkers" not in group


def test_other_support_and_who_organizes_it_are_on_the_page(sam: Member, group: str) -> None:
    """One tap, or none (I61)."""
    sam.opens(f"/my/{group}")

    assert "Crisis line: 555 0100" in sam.reads
    assert "hello@example.org" in sam.reads
