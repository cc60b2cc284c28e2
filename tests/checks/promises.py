"""The 65 invariants of the design in our own words, each with the tests that hold it, or why it
waits.

`make docs` writes docs/invariants.md from this list; a check fails when a test named here does not
exist. The tests of the core stand in `tests/circle/invariants.py`, with the laws they hold, and
come first; here are those of the rest of the house.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.circle.invariants import HELD_BY

WIRE = "tests/live/test_wire.py"
SCREENS = "tests/browser"
CANARY = "tests/faults/test_canary.py"
HARM = f"{SCREENS}/test_advice_and_harm.py::test_a_reply_that_breaks_the_agreements"
HARM_TWINS = (
    f"{SCREENS}/test_advice_and_harm.py::test_nobody_can_tell_who_flagged_or_why_somebody_is_gone"
)
TIRED = f"{SCREENS}/test_tired_facilitator.py::test_the_lead_is_shared_before_it_is_too_much"
KILL = "tests/faults/test_kill.py::test_killed_at_fifty_moments"


@dataclass(frozen=True, slots=True)
class Promise:
    """One invariant: what it says, which tests beyond the core hold it, what waits and why."""

    says: str
    held_by: tuple[str, ...] = ()
    waits: str = ""


GROUPS: dict[str, str] = {
    "I1": "Voluntariness",
    "I11": "No reasons, no shame",
    "I19": "Words and audience",
    "I31": "Nothing kept",
    "I36": "Time, silence, endings",
    "I48": "Power, real and bounded",
    "I58": "Leaving and safety",
    "I63": "Fairness",
}

PROMISES: dict[str, Promise] = {
    "I1": Promise(
        "Somebody who agrees and then does nothing at all gets to the end of every agenda.",
        (f"{SCREENS}/test_jane.py",),
    ),
    "I2": Promise("Every opt-out is answered yes in every state, and twice is once."),
    "I3": Promise(
        "No opt-out needs anybody else, and the screen follows before the server answers.",
        (f"{SCREENS}/test_phone.py",),
    ),
    "I4": Promise("After an opt-out nobody is called on again in that round, unless they ask."),
    "I5": Promise(
        "Nobody of any role accepts, shares, answers, reclaims or returns for somebody else."
    ),
    "I6": Promise("Only the person's own act of sharing makes a share."),
    "I7": Promise(
        "No message carries a draft or says that somebody is typing.",
        ("tests/checks/test_documents.py::test_the_wire_is_described_as_it_is",),
    ),
    "I8": Promise("An opt-out is undone by the same person only."),
    "I9": Promise(
        "Nobody is addressed by name in front of the others, but for the ordinary first offer."
    ),
    "I10": Promise("No words reach a seat before it accepted the agreements as they are now."),
    "I11": Promise(
        "Peers receive the same bytes whatever the cause of a rest or an end of a turn."
    ),
    "I12": Promise("Facilitators see one mark, resting, for every cause."),
    "I13": Promise(
        "No field, column, event or input asks or holds a reason.",
        ("tests/checks/test_promises.py::test_nothing_has_a_place_for_a_reason",),
    ),
    "I14": Promise(
        "Nothing counts what one person did or how long.",
        ("tests/checks/test_promises.py::test_nothing_counts_what_a_person_did",),
    ),
    "I15": Promise(
        "Facilitators receive the same bytes whoever asked for a pause or a lighter pace, pointed "
        "to words or suggested a line; no log, fact or row names the sender.",
        (
            f"{WIRE}::test_the_log_holds_no_words_names_or_keys",
            f"{WIRE}::test_no_row_names_who_sent_a_signal",
            f"{SCREENS}/test_pause.py::test_the_desk_cannot_tell_who_wished_it",
            HARM_TWINS,
        ),
    ),
    "I16": Promise("No shipped text holds a word of the lexicon.", ("tests/checks/test_copy.py",)),
    "I17": Promise("Nobody sees the time of somebody else's turn."),
    "I18": Promise(
        "No number of replies is shown, and none looks like none asked for.",
        (f"{SCREENS}/test_words.py::test_replies_taken_away_leave_no_place_behind",),
    ),
    "I19": Promise(
        "Who receives a share is fixed when it is given, and only becomes fewer.",
        (f"{WIRE}::test_shares_reach_their_audience_after_a_reload",),
    ),
    "I20": Promise(
        "Nobody comes in while somebody has the space, in a rest, or in a silence.",
        (),
        "Whoever comes to hold a room that nobody holds comes in at once: decisions/0008.",
    ),
    "I21": Promise(
        "The names shown before sharing are those who would receive it at that instant."
    ),
    "I22": Promise(
        "Whoever receives anything of a room is in everybody's ring, with one connection.",
        (
            f"{WIRE}::test_the_newest_tab_wins",
            f"{WIRE}::test_without_a_seat_nothing_is_heard",
            f"{SCREENS}/test_two_tabs.py",
        ),
    ),
    "I23": Promise(
        "Words taken back are gone from screens, memory and store within a second. What somebody "
        "had pointed to stays with the facilitators alone, until they answer.",
        (
            f"{WIRE}::test_taken_back_is_gone_within_a_second",
            f"{SCREENS}/test_words.py",
        ),
    ),
    "I24": Promise(
        "No reply above the level exists, and lowering removes those there are.",
        (f"{SCREENS}/test_words.py",),
    ),
    "I25": Promise("Only the author raises a level, never above the agenda."),
    "I26": Promise(
        "No message quotes, forwards, pins or edits what somebody else said.",
        (f"{WIRE}::test_nothing_travels_that_is_not_on_the_list",),
    ),
    "I27": Promise(
        "Participants have no private channel between them.",
        (f"{WIRE}::test_nothing_travels_that_is_not_on_the_list",),
    ),
    "I28": Promise(
        "A private line reaches its two ends only.",
        (
            f"{WIRE}::test_a_private_line_is_between_two",
            f"{WIRE}::test_the_log_holds_no_words_names_or_keys",
            CANARY,
        ),
    ),
    "I29": Promise(
        "A keepsake holds one's own words only.",
        (f"{SCREENS}/test_journal_elsewhere.py",),
    ),
    "I30": Promise(
        "What is kept to oneself never leaves the device.",
        (
            f"{SCREENS}/test_whole_circle.py",
            f"{SCREENS}/test_cards.py",
            f"{SCREENS}/test_journal.py",
        ),
    ),
    "I31": Promise(
        "Words are in the clear nowhere while a circle runs, and nowhere at all afterwards.",
        (CANARY,),
    ),
    "I32": Promise(
        "There is no recording, transcript or export.",
        ("tests/checks/test_promises.py::test_no_address_hands_out_what_was_said",),
    ),
    "I33": Promise("What is stored has one settled bit a seat and a question."),
    "I34": Promise(
        "A server that is killed comes back to the same place; lost words are told of.",
        (
            KILL,
            f"{SCREENS}/test_killed.py",
        ),
    ),
    "I35": Promise(
        "Titles and addresses say nothing of the group's topic.",
        (
            f"{SCREENS}/test_leaving_fast.py",
            "tests/web/test_journal.py",
            "tests/mail/test_letters.py::test_every_kind_has_a_letter",
            "tests/calendars/test_entries.py::test_a_feed_names_no_group_and_nobody",
        ),
    ),
    "I36": Promise(
        "Everybody's clock agrees within a second, and whoever breathes along does so together.",
        (KILL, f"{SCREENS}/test_quiet_alone.py", f"{SCREENS}/test_silence.py"),
    ),
    "I37": Promise("At zero nothing is cut and nobody else sees it."),
    "I38": Promise(
        "In a silence nothing but the silence reaches anybody.", (f"{SCREENS}/test_silence.py",)
    ),
    "I39": Promise(
        "Leaving, returning and sitting out a silence are nobody's news.",
        (f"{SCREENS}/test_silence.py",),
    ),
    "I40": Promise("A silence grows twice at most, and in time for people to know."),
    "I41": Promise(
        "A pause costs nobody anything.",
        (f"{SCREENS}/test_pause.py::test_pause_please", f"{SCREENS}/test_held.py"),
    ),
    "I42": Promise(
        "Nothing eats the time kept for closing, and a farewell always appears.",
        (f"{SCREENS}/test_endings.py",),
    ),
    "I43": Promise(
        "A circle ends when it said it would, with notices ten and three minutes before."
    ),
    "I44": Promise(
        "Every last page says what happens next and where else to turn.",
        (
            "tests/web/test_door.py",
            f"{SCREENS}/test_door.py",
            f"{WIRE}::test_whoever_does_not_stay_has_the_last_page",
            f"{SCREENS}/test_held.py",
            HARM,
            "tests/live/test_last_page.py::test_a_circle_that_nobody_opened_was_no_circle",
        ),
    ),
    "I45": Promise("Endings of a series are told ahead.", (), "Series come with issue 4."),
    "I46": Promise(
        "A room that nobody holds stands still after fifteen seconds.", (f"{SCREENS}/test_held.py",)
    ),
    "I47": Promise("Nothing begins without a facilitator who is there."),
    "I48": Promise("Each use of power leaves one plain line that says who.", (HARM,)),
    "I49": Promise(
        "A removed seat receives nothing more, and others see what they see of a leaving.",
        (
            f"{WIRE}::test_a_removed_seat_is_cut",
            "tests/web/test_door.py::test_the_door_lets_nobody_in_again_who_was_removed",
            HARM,
            HARM_TWINS,
        ),
    ),
    "I50": Promise("A lock shuts out nobody who was inside."),
    "I51": Promise(
        "While somebody facilitates there is exactly one lead.",
        (f"{SCREENS}/test_held.py::test_a_co_facilitator_takes_over", TIRED),
    ),
    "I52": Promise(
        "Nobody facilitates in disguise or from two seats.",
        ("tests/web/test_door.py::test_the_holding_link_is_the_same_seat_each_time",),
    ),
    "I53": Promise("The agreements do not change inside a round, and are accepted anew."),
    "I54": Promise(
        "Lowering the depth is instant; raising it fails on one objection, and nobody learns whose."
    ),
    "I55": Promise("At most one private offer a seat, and none to whoever asked for none."),
    "I56": Promise(
        "Organizers learn nothing of a live room but that it is open.",
        (
            "tests/web/test_cli.py::test_a_circle_is_opened_listed_and_closed_from_the_terminal",
            "tests/web/test_feedback.py"
            "::test_twins_an_organizer_reads_the_same_whoever_answered_what",
            TIRED,
        ),
        "Organizers' pages come with issue 4, and with them the comparison of bytes for the rest.",
    ),
    "I57": Promise(
        "The room pauses by itself once a turn, or once in five minutes.",
        (f"{SCREENS}/test_pause.py",),
    ),
    "I58": Promise(
        "Leaving fast covers the page within 100 ms and leaves nothing behind it.",
        (f"{SCREENS}/test_leaving_fast.py",),
    ),
    "I59": Promise("Nobody is seen to come or go while somebody has the space or in a silence."),
    "I60": Promise(
        "The same link brings somebody back, without a question or an announcement.",
        ("tests/web/test_door.py::test_the_same_link_brings_somebody_back_without_a_question",),
    ),
    "I61": Promise(
        "Other support is one tap away, also without a connection.",
        (
            f"{SCREENS}/test_phone.py",
            f"{SCREENS}/test_afterwards.py::test_other_support_is_one_tap_away_with_the_line_down",
        ),
    ),
    "I62": Promise(
        "A wish for a pause is met: told at once, and a pause after twenty seconds. Whoever wrote "
        "privately is told when nobody opened it in two minutes."
    ),
    "I63": Promise(
        "Everybody willing is asked once before anybody is asked twice.",
        (),
        "Where time will not allow it, the closing wins: decisions/0008.",
    ),
    "I64": Promise("Everybody in a round has the same time."),
    "I65": Promise("What a seat may do does not depend on how often it opted out."),
}


def holders(number: str) -> tuple[str, ...]:
    """Every test that holds the invariant, the core's first."""
    return (*HELD_BY.get(number, ()), *PROMISES[number].held_by)
