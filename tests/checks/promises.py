"""The 65 invariants of the design in our own words, each with the tests that hold it, or why it
waits.

`make docs` writes docs/invariants.md from this list; a check fails when a test named here does not
exist.
"""

from __future__ import annotations

from dataclasses import dataclass

MACHINE = "tests/circle/test_machine.py::Circles"
AUTHORITY = "tests/circle/test_authority.py"
BOUNDARIES = "tests/circle/test_boundaries.py"
HOLDING = "tests/circle/test_holding.py"
ROUNDS = "tests/circle/test_rounds.py"
SEATS = "tests/circle/test_seats.py"
STORIES = "tests/circle/test_stories.py"
TURNS = "tests/circle/test_turns.py"
TWINS = "tests/circle/test_twins.py"
WHOLE = "tests/circle/test_the_whole.py"
AFTER = "tests/circle/test_after.py"
BETWEEN = "tests/circle/test_between.py"
MINUTE = "tests/circle/test_minute.py"
SHARES = "tests/circle/test_shares.py"
WIRE = "tests/live/test_wire.py"
SCREENS = "tests/browser"
CANARY = "tests/faults/test_canary.py"
KILL = "tests/faults/test_kill.py::test_killed_at_fifty_moments"
PRIVATE_LINE = "There is no private line yet; it comes with the signals (issue 3)."
DEPTH = "Depth can only be lowered so far; proposing to go deeper comes with issue 3."


@dataclass(frozen=True, slots=True)
class Promise:
    """One invariant: what it says, which tests hold it, what of it waits and why."""

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
        (MACHINE, f"{STORIES}::test_s1_jane_who_does_nothing", f"{SCREENS}/test_jane.py"),
    ),
    "I2": Promise(
        "Every opt-out is answered yes in every state, and twice is once.",
        (
            MACHINE,
            f"{BOUNDARIES}::test_every_opt_out_is_answered_yes_everywhere",
            f"{AFTER}::test_every_opt_out_is_answered_yes_there",
        ),
    ),
    "I3": Promise(
        "No opt-out needs anybody else, and the screen follows before the server answers.",
        (
            f"{BOUNDARIES}::test_every_opt_out_works_while_nobody_holds_the_room",
            f"{SCREENS}/test_phone.py",
        ),
    ),
    "I4": Promise(
        "After an opt-out nobody is called on again in that round, unless they ask.",
        (MACHINE, f"{BOUNDARIES}::test_a_pass_ends_the_offer_and_is_not_asked_again"),
    ),
    "I5": Promise(
        "Nobody of any role accepts, shares, answers, reclaims or returns for somebody else.",
        (f"{AUTHORITY}::test_no_command_of_another_touches_a_person",),
    ),
    "I6": Promise(
        "Only the person's own act of sharing makes a share.",
        (MACHINE, f"{TURNS}::test_a_turn_is_closed_after_the_grace_and_nothing_is_published"),
    ),
    "I7": Promise(
        "No message carries a draft or says that somebody is typing.",
        ("tests/checks/test_documents.py::test_the_wire_is_described_as_it_is",),
    ),
    "I8": Promise("An opt-out is undone by the same person only.", (MACHINE,)),
    "I9": Promise(
        "Nobody is addressed by name in front of the others, but for the ordinary first offer.",
        (f"{TURNS}::test_everybody_is_asked_once_before_the_last_space",),
    ),
    "I10": Promise(
        "No words reach a seat before it accepted the agreements as they are now.",
        (MACHINE, f"{SEATS}::test_a_new_line_holds_words_back_until_it_is_accepted"),
    ),
    "I11": Promise(
        "Peers receive the same bytes whatever the cause of a rest or an end of a turn.",
        (TWINS, f"{BETWEEN}::test_the_quiet_is_kept_whatever_ended_the_turn"),
    ),
    "I12": Promise(
        "Facilitators see one mark, resting, for every cause.",
        (TWINS,),
    ),
    "I13": Promise(
        "No field, column, event or input asks or holds a reason.",
        ("tests/checks/test_promises.py::test_nothing_has_a_place_for_a_reason",),
    ),
    "I14": Promise(
        "Nothing counts what one person did or how long.",
        ("tests/checks/test_promises.py::test_nothing_counts_what_a_person_did",),
    ),
    "I15": Promise(
        "Facilitators receive the same bytes whoever asked for a pause; no log names the sender.",
        (TWINS, f"{WIRE}::test_the_log_holds_no_words_names_or_keys"),
        "Keep it lighter and flags come with issue 3.",
    ),
    "I16": Promise(
        "No shipped text holds a word of the lexicon.",
        ("tests/checks/test_copy.py",),
    ),
    "I17": Promise(
        "Nobody sees the time of somebody else's turn.",
        (f"{TURNS}::test_one_minute_more_comes_by_itself_once",),
    ),
    "I18": Promise(
        "No number of replies is shown, and none looks like none asked for.",
        (f"{BOUNDARIES}::test_no_replies_look_like_no_replies_asked_for",),
    ),
    "I19": Promise(
        "Who receives a share is fixed when it is given, and only becomes fewer.",
        (
            MACHINE,
            f"{TURNS}::test_the_audience_is_named_before_and_fixed_at_publishing",
            f"{WIRE}::test_shares_reach_their_audience_after_a_reload",
        ),
    ),
    "I20": Promise(
        "Nobody comes in while somebody has the space, in a rest, or in a silence.",
        (MACHINE, f"{SEATS}::test_somebody_late_waits_while_somebody_has_the_space"),
        "Whoever comes to hold a room that nobody holds comes in at once: decisions/0008.",
    ),
    "I21": Promise(
        "The names shown before sharing are those who would receive it at that instant.",
        (f"{TURNS}::test_the_audience_is_named_before_and_fixed_at_publishing",),
    ),
    "I22": Promise(
        "Whoever receives anything of a room is in everybody's ring, with one connection.",
        (
            MACHINE,
            f"{WIRE}::test_the_newest_tab_wins",
            f"{WIRE}::test_without_a_seat_nothing_is_heard",
            f"{SCREENS}/test_two_tabs.py",
        ),
    ),
    "I23": Promise(
        "Words taken back are gone from screens, memory and store within a second.",
        (MACHINE, f"{WIRE}::test_taken_back_is_gone_within_a_second", f"{SCREENS}/test_words.py"),
    ),
    "I24": Promise(
        "No reply above the level exists, and lowering removes those there are.",
        (MACHINE, f"{BOUNDARIES}::test_no_reply_above_the_level_exists"),
    ),
    "I25": Promise(
        "Only the author raises a level, never above the agenda.",
        (
            f"{BOUNDARIES}::test_nobody_takes_back_or_opens_anothers_share",
            f"{TURNS}::test_a_share_asks_for_no_more_than_the_agenda_allows",
        ),
    ),
    "I26": Promise(
        "No message quotes, forwards, pins or edits what somebody else said.",
        (f"{WIRE}::test_nothing_travels_that_is_not_on_the_list",),
    ),
    "I27": Promise(
        "Participants have no private channel between them.",
        (f"{WIRE}::test_nothing_travels_that_is_not_on_the_list",),
    ),
    "I28": Promise("A private line reaches its two ends only.", (), PRIVATE_LINE),
    "I29": Promise(
        "A keepsake holds one's own words only.",
        (),
        "Keepsakes come with the journal (issue 3).",
    ),
    "I30": Promise(
        "What is kept to oneself never leaves the device.",
        (f"{SCREENS}/test_whole_circle.py",),
    ),
    "I31": Promise(
        "Words are in the clear nowhere while a circle runs, and nowhere at all afterwards.",
        (CANARY,),
    ),
    "I32": Promise(
        "There is no recording, transcript or export.",
        ("tests/checks/test_promises.py::test_no_address_hands_out_what_was_said",),
    ),
    "I33": Promise(
        "What is stored has one settled bit a seat and a question.",
        (f"{STORIES}::test_no_word_is_in_what_is_stored", TWINS),
    ),
    "I34": Promise(
        "A server that is killed comes back to the same place; lost words are told of.",
        (
            KILL,
            f"{STORIES}::test_s11_the_key_is_gone",
            f"{SCREENS}/test_killed.py",
        ),
    ),
    "I35": Promise(
        "Titles and addresses say nothing of the group's topic.",
        (f"{SCREENS}/test_leaving_fast.py",),
        "Mail and calendars come with issue 4.",
    ),
    "I36": Promise(
        "Everybody's clock agrees within a second.",
        (KILL,),
        "The pacer of two browsers is compared in issue 3.",
    ),
    "I37": Promise(
        "At zero nothing is cut and nobody else sees it.",
        (f"{TURNS}::test_time_running_out_takes_nothing_away",),
    ),
    "I38": Promise(
        "In a silence nothing but the silence reaches anybody.",
        (MACHINE, f"{ROUNDS}::test_nothing_moves_in_a_silence", f"{SCREENS}/test_silence.py"),
    ),
    "I39": Promise(
        "Leaving, returning and sitting out a silence are nobody's news.",
        (f"{STORIES}::test_s7_ten_minutes_of_quiet", f"{SCREENS}/test_silence.py"),
    ),
    "I40": Promise(
        "A silence grows twice at most, and in time for people to know.",
        (MACHINE, f"{ROUNDS}::test_a_silence_is_extended_twice_at_most_and_in_time"),
    ),
    "I41": Promise(
        "A pause costs nobody anything.",
        (MACHINE, f"{HOLDING}::test_a_pause_costs_nothing"),
    ),
    "I42": Promise(
        "Nothing eats the time kept for closing, and a farewell always appears.",
        (
            MACHINE,
            f"{WHOLE}::test_the_closing_opens_by_itself_when_its_time_has_come",
            f"{BETWEEN}::test_it_counts_before_the_closing",
            f"{AFTER}::test_where_nobody_stays_the_circle_closes_as_ever",
            f"{SCREENS}/test_endings.py",
        ),
    ),
    "I43": Promise(
        "A circle ends when it said it would, with notices ten and three minutes before.",
        (
            f"{WHOLE}::test_both_notices_reach_everybody",
            f"{WHOLE}::test_a_closing_at_its_latest_is_over_at_the_promised_end",
            f"{AFTER}::test_staying_is_offered_from_the_farewell_on",
            f"{AFTER}::test_late_nobody_is_surprised_by_it",
        ),
    ),
    "I44": Promise(
        "Every last page says what happens next and where else to turn.",
        (
            "tests/web/test_door.py",
            f"{SCREENS}/test_door.py",
            f"{AFTER}::test_without_anybody_who_holds_it_it_ends_at_once",
            f"{WIRE}::test_whoever_does_not_stay_has_the_last_page",
        ),
    ),
    "I45": Promise("Endings of a series are told ahead.", (), "Series come with issue 4."),
    "I46": Promise(
        "A room that nobody holds stands still after fifteen seconds.",
        (
            MACHINE,
            f"{HOLDING}::test_a_room_that_nobody_holds_stands_still",
            f"{SCREENS}/test_held.py",
        ),
    ),
    "I47": Promise(
        "Nothing begins without a facilitator who is there.",
        (f"{WHOLE}::test_nobody_begins_a_room_that_nobody_holds",),
    ),
    "I48": Promise(
        "Each use of power leaves one plain line that says who.",
        (f"{HOLDING}::test_each_visible_power_leaves_one_line",),
    ),
    "I49": Promise(
        "A removed seat receives nothing more, and others see what they see of a leaving.",
        (MACHINE, TWINS, f"{WIRE}::test_a_removed_seat_is_cut"),
    ),
    "I50": Promise(
        "A lock shuts out nobody who was inside.",
        (f"{SEATS}::test_a_locked_door_is_kind",),
    ),
    "I51": Promise(
        "While somebody facilitates there is exactly one lead.",
        (
            MACHINE,
            f"{HOLDING}::test_a_co_facilitator_leads_when_the_lead_is_gone",
            f"{MINUTE}::test_somebody_else_may_hold_it_meanwhile",
        ),
    ),
    "I52": Promise(
        "Nobody facilitates in disguise or from two seats.",
        (
            f"{HOLDING}::test_a_seat_of_a_facilitator_is_never_removed_or_hidden",
            "tests/web/test_door.py::test_the_holding_link_is_the_same_seat_each_time",
        ),
    ),
    "I53": Promise(
        "The agreements do not change inside a round, and are accepted anew.",
        (MACHINE, f"{SEATS}::test_agreements_do_not_change_inside_a_round"),
    ),
    "I54": Promise(
        "Lowering the depth is instant; raising it fails on one objection.",
        (f"{ROUNDS}::test_lowering_the_depth_is_instant",),
        DEPTH,
    ),
    "I55": Promise("At most one private offer a seat.", (), PRIVATE_LINE),
    "I56": Promise(
        "Organizers learn nothing of a live room but that it is open.",
        ("tests/web/test_cli.py::test_a_circle_is_opened_listed_and_closed_from_the_terminal",),
        "Organizers' pages come with issue 4, and with them the comparison of bytes.",
    ),
    "I57": Promise(
        "The room pauses by itself once a turn, or once in five minutes.",
        (MACHINE, f"{SCREENS}/test_pause.py"),
    ),
    "I58": Promise(
        "Leaving fast covers the page within 100 ms and leaves nothing behind it.",
        (f"{SCREENS}/test_leaving_fast.py",),
    ),
    "I59": Promise(
        "Nobody is seen to come or go while somebody has the space or in a silence.",
        (
            MACHINE,
            f"{SEATS}::test_the_ring_changes_after_the_share",
            f"{SHARES}::test_it_waits_while_somebody_else_has_the_space",
        ),
    ),
    "I60": Promise(
        "The same link brings somebody back, without a question or an announcement.",
        (
            f"{SEATS}::test_coming_back_needs_no_words",
            "tests/web/test_door.py::test_the_same_link_brings_somebody_back_without_a_question",
        ),
    ),
    "I61": Promise(
        "Other support is one tap away, also without a connection.",
        (f"{SCREENS}/test_phone.py",),
    ),
    "I62": Promise(
        "A wish for a pause is met: told at once, and a pause after twenty seconds.",
        (f"{BOUNDARIES}::test_a_wish_for_a_pause_is_met_within_twenty_seconds",),
        "The private line's two minutes come with issue 3.",
    ),
    "I63": Promise(
        "Everybody willing is asked once before anybody is asked twice.",
        (MACHINE, f"{TURNS}::test_the_desk_knows_before_that_not_everybody_fits"),
        "Where time will not allow it, the closing wins: decisions/0008.",
    ),
    "I64": Promise(
        "Everybody in a round has the same time.",
        (MACHINE, f"{TURNS}::test_when_time_is_short_it_is_short_for_everybody"),
    ),
    "I65": Promise(
        "What a seat may do does not depend on how often it opted out.",
        (MACHINE, f"{BOUNDARIES}::test_permissions_have_no_memory"),
    ),
}
