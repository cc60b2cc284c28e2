"""What somebody who sets up a group might press and regret, and what tells them what comes next."""

import pytest

from facilitator.house import House
from tests.calendar_rows import a_meeting, a_series, a_support, belongs, holds
from tests.web.letters import group_of, letters, person_with
from tests.web.visitors import Visitor

LIST = "jo@example.org\nria@example.org\nsam at home\njo@example.org"

FOLLOWING = {
    "zone": "Europe/Berlin",
    "repeats": "weekly",
    "every_weeks": "1",
    "ends": "never",
    "agenda": "standard_hour",
    "medium": "mixed",
}


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in, organizes and holds."""
    return group_of(ria, house)


@pytest.fixture
def meeting(group: str, house: House) -> str:
    """The path of the next meeting, which Ria leads."""
    made = a_meeting(house, a_series(house, group))
    holds(house, made, person_with(house, "ria@example.org"))
    return f"/groups/{group}/meetings/{made}"


def test_a_pasted_list_is_looked_at_before_anybody_gets_a_letter(
    ria: Visitor, group: str, house: House
) -> None:
    """Every line says what would become of it, and the whole list stays in the field."""
    page = f"/groups/{group}/invitations"
    ria.opens(page)
    assert "Send the letters" not in ria.reads

    answer = ria.sends(page, addresses=LIST, look="yes")

    assert "These get a letter jo@example.org" in ria.reads
    assert "Not clear yet; they’re in the field below sam at home" in ria.reads
    assert "Here already ria@example.org" in ria.reads
    assert "Twice on the list; one letter is enough jo@example.org" in ria.reads
    assert LIST in answer.text.replace("\r\n", "\n")
    assert "Send the letters" in ria.reads
    assert letters(house) == []


def test_a_list_without_an_address_has_nothing_to_send(ria: Visitor, group: str) -> None:
    """It is put right and looked at again."""
    ria.sends(f"/groups/{group}/invitations", addresses="sam at home", look="yes")

    assert "Look at it first" in ria.reads
    assert "Send the letters" not in ria.reads


def test_looking_at_a_list_costs_nothing(ria: Visitor, group: str) -> None:
    """Only letters are counted in the hour."""
    page = f"/groups/{group}/invitations"
    for _ in range(31):
        ria.sends(page, page="/groups/new", addresses="jo@example.org", look="yes")

    assert ria.sends(page, addresses="jo@example.org").status_code == 200


def test_a_draft_is_no_planned_meeting(ria: Visitor, group: str, house: House) -> None:
    """Nobody knows of it yet: the first steps lead to it until it is published."""
    draft = a_series(house, group, state="draft")
    a_meeting(house, draft, state="draft")

    ria.opens(f"/groups/{group}")

    assert "A meeting is planned." not in ria.reads
    assert "Publish the draft" in ria.reads
    assert f"/groups/{group}/series/{draft}" in ria.last.text


def test_dropping_a_draft_takes_two_presses(ria: Visitor, group: str, house: House) -> None:
    """The button that drops it is folded away."""
    draft = a_series(house, group, state="draft")

    page = ria.opens(f"/groups/{group}/series/{draft}").text

    assert "Drop the draft" in page.partition("<details")[2].partition("</details>")[0]
    assert "Drop the draft" not in page.partition("<details")[0]


def test_a_move_to_where_a_meeting_is_already_says_so(ria: Visitor, meeting: str) -> None:
    """Otherwise somebody would believe that everybody was told."""
    there = {"starts_on": "2027-01-20", "starts_at": "18:30", "said": "The hall is taken."}
    assert ria.sends(f"{meeting}/move", **there).status_code == 303
    assert ria.sends(f"{meeting}/move", **there).status_code == 303

    answer = ria.sends(f"{meeting}/move", **{**there, "said": "Please bring tea."})

    assert answer.status_code == 422
    assert "That’s when it is already. Nobody was told." in ria.reads
    assert "Please bring tea." in ria.reads


def test_whoever_holds_alone_reads_where_others_come_from(
    ria: Visitor, group: str, meeting: str, house: House
) -> None:
    """No choice without anybody in it, but the way to the people of the group."""
    ria.opens(f"{meeting}/holders")
    assert "There is nobody yet who could hold it instead." in ria.reads
    assert f'href="/groups/{group}/people"' in ria.last.text
    assert "Change who holds it" not in ria.reads

    belongs(house, group, "tom@example.org", holds="co_facilitator", role_words="a peer")

    ria.opens(f"{meeting}/holders")
    assert "Change who holds it" in ria.reads
    assert "There is nobody yet who could hold it instead." not in ria.reads


def test_a_summary_names_the_field_where_sentences_are_the_same(ria: Visitor, group: str) -> None:
    """Two fields that are empty are told apart before anybody looks for them."""
    ria.sends("/groups/new", name="", contact="")
    assert "Name of the group: Please write something here." in ria.reads
    assert "How you can be reached: Please write something here." in ria.reads

    ria.sends(f"/groups/{group}/support", kind="crisis", name="", how="")

    assert "What is it called? Please write something here." in ria.reads
    assert "How does somebody get there? Please write something here." in ria.reads


def test_a_published_series_says_so(ria: Visitor, group: str, house: House) -> None:
    """Whoever pressed reads what became of it."""
    series = a_series(house, group)
    a_meeting(house, series)

    ria.opens(f"/groups/{group}/series/{series}")

    assert "It’s published: the group’s people see it" in ria.reads


def test_nothing_is_offered_for_a_meeting_that_was_called_off(ria: Visitor, meeting: str) -> None:
    """The way to its series stays."""
    ria.sends(f"{meeting}/cancel", said="I’m ill today.")

    ria.opens(meeting)

    assert "The whole series" in ria.reads
    assert "Change something" not in ria.reads


def test_words_about_other_seats_are_told_too(ria: Visitor, group: str, meeting: str) -> None:
    """They aren't asked for, and whoever writes some believes that people read them."""
    changed = {"agenda": "standard_hour", "medium": "mixed", "seats": "5"}

    answer = ria.sends(f"{meeting}/change", **changed, said="We meet in a smaller circle.")

    assert answer.status_code == 303
    ria.opens(f"/groups/{group}/notices")
    assert "We meet in a smaller circle." in ria.reads


def test_a_change_of_what_follows_sent_twice_is_told_once(
    ria: Visitor, group: str, meeting: str, house: House
) -> None:
    """Two presses on a slow line are one change, whether or not a new series began with it."""
    a_support(house, group)
    lead = person_with(house, "ria@example.org")
    for said in ("From now on at half past six.", "And from now on at half past seven."):
        page = ria.opens(meeting).text
        following = page.partition("?from=")[0].rpartition('href="')[2]
        wish = {"starts_on": "2027-01-18", "said": said, "lead": lead}
        wish["starts_at"] = "18:30" if "six" in said else "19:30"
        sent = {**FOLLOWING, **wish, "from": meeting.rpartition("/")[2]}

        answers = [ria.sends(following, page="/groups/new", **sent) for _ in range(2)]

        assert [one.headers.get("Location") for one in answers] == [meeting, meeting]
        ria.opens(f"/groups/{group}/notices")
        assert ria.reads.count(said) == 1


def test_what_follows_on_a_day_far_off_leads_to_the_group(
    ria: Visitor, group: str, meeting: str, house: House
) -> None:
    """The meeting from which it was changed is no more; its group has what comes instead."""
    a_support(house, group)
    following = ria.opens(meeting).text.partition("?from=")[0].rpartition('href="')[2]
    wish = {"starts_on": "2027-01-21", "starts_at": "19:00", "said": "Thursdays from now on."}
    lead = person_with(house, "ria@example.org")
    sent = {**FOLLOWING, **wish, "lead": lead, "from": meeting.rpartition("/")[2]}

    answers = [ria.sends(following, page="/groups/new", **sent) for _ in range(2)]

    assert [one.headers.get("Location") for one in answers] == [f"/groups/{group}"] * 2
    ria.opens(f"/groups/{group}/notices")
    assert ria.reads.count("Thursdays from now on.") == 1
