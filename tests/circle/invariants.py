"""Which test holds which invariant of domain.md 2.9 on the core; docs/invariants.md is made of it.

The machine checks the laws named here after every step of random circles; the other tests tell
them as stories or compare twin circles byte by byte. Invariants that need a browser, a database or
a schedule are not here.
"""

MACHINE = "tests/circle/test_machine.py::TestCircles"
LAWS = f"{MACHINE} (laws.py:"
SIGHTS = f"{MACHINE} (sights.py:"
TWINS = "tests/circle/test_twins.py::"
ROUNDS = "tests/circle/test_rounds.py::"
SEATS = "tests/circle/test_seats.py::"
TURNS = "tests/circle/test_turns.py::"
WHOLE = "tests/circle/test_the_whole.py::"
BOUNDS = "tests/circle/test_boundaries.py::"
HOLDING = "tests/circle/test_holding.py::"
STORIES = "tests/circle/test_stories.py::"
AFTER = "tests/circle/test_after.py::"
BETWEEN = "tests/circle/test_between.py::"
MINUTE = "tests/circle/test_minute.py::"
SHARES = "tests/circle/test_shares.py::"
AUTHORITY = "tests/circle/test_authority.py::"
SIGNALS = "tests/circle/test_signals.py::"
PRIVATE = "tests/circle/test_private_line.py::"
DEPTH = "tests/circle/test_depth.py::"
TWINS_CARE = "tests/circle/test_twins_care.py::"
LAWS_CARE = f"{MACHINE} (laws_care.py:"

HELD_BY: dict[str, tuple[str, ...]] = {
    "I1": (
        f"{MACHINE} (silence_is_never_a_wait)",
        f"{STORIES}test_s1_jane_who_does_nothing",
        f"{TURNS}test_an_offer_that_nobody_answers_moves_on",
    ),
    "I2": (
        f"{MACHINE} (opt_outs_are_total)",
        f"{BOUNDS}test_every_opt_out_is_answered_yes_everywhere",
        f"{BOUNDS}test_every_opt_out_works_while_nobody_holds_the_room",
        f"{AFTER}test_every_opt_out_is_answered_yes_there",
    ),
    "I3": (
        f"{MACHINE} (opt_outs_are_total)",
        f"{BOUNDS}test_every_opt_out_works_while_nobody_holds_the_room",
    ),
    "I4": (
        f"{LAWS} offered, queued)",
        f"{BOUNDS}test_a_pass_ends_the_offer_and_is_not_asked_again",
        f"{BOUNDS}test_stepping_out_is_at_once_and_comes_back_without_being_asked",
        f"{ROUNDS}test_an_opt_out_in_an_offered_silence_holds_for_the_round_behind_it",
    ),
    "I5": (
        f"{AUTHORITY}test_no_command_of_another_touches_a_person",
        f"{AUTHORITY}test_a_facilitator_may_only_lift_a_demand",
        f"{LAWS} own_choice, turn_taken_by_its_seat, came_by_own_line)",
    ),
    "I6": (
        f"{LAWS} only_publish_publishes, shown_is_own, reply_is_own_and_within)",
        f"{TURNS}test_a_turn_is_closed_after_the_grace_and_nothing_is_published",
    ),
    "I7": (f"{SIGHTS} whitelist)",),
    "I8": (
        f"{LAWS} own_choice, unsettled)",
        f"{BOUNDS}test_just_listening_asks_nothing_more",
    ),
    "I9": (f"{TURNS}test_everybody_is_asked_once_before_the_last_space",),
    "I10": (
        f"{SIGHTS} _words)",
        f"{SEATS}test_a_new_line_holds_words_back_until_it_is_accepted",
        f"{SEATS}test_whoever_has_not_accepted_is_in_no_audience",
        f"{SEATS}test_a_sharer_who_has_not_agreed_is_sent_no_replies",
    ),
    "I11": (
        f"{TWINS}test_nobody_can_tell_why_an_offer_ended",
        f"{TWINS}test_the_moment_of_a_choice_tells_nothing_either",
        f"{TWINS}test_peers_cannot_tell_why_a_turn_ended",
        f"{TWINS}test_nobody_can_tell_how_somebody_opted_out_ahead",
        f"{TWINS}test_nobody_can_tell_how_a_check_in_was_kept",
        f"{BETWEEN}test_the_quiet_is_kept_whatever_ended_the_turn",
        f"{LAWS} quiet_is_the_planned_one)",
    ),
    "I12": (
        f"{TWINS}test_the_desk_has_one_mark_for_whoever_rests",
        f"{TWINS}test_nobody_can_tell_why_an_offer_ended",
        f"{TWINS}test_nobody_can_tell_how_somebody_opted_out_ahead",
        f"{TURNS}test_the_desk_knows_before_that_not_everybody_fits",
    ),
    "I13": (f"{SIGHTS} whitelist)",),
    "I14": (
        f"{SIGHTS} whitelist)",
        f"{WHOLE}test_what_was_counted_of_a_closed_circle_is_no_person",
    ),
    "I15": (
        f"{TWINS}test_nobody_can_tell_who_would_like_a_pause",
        f"{TWINS_CARE}test_nobody_can_tell_whose_signal_it_is",
        f"{SIGNALS}test_no_sender_is_in_what_is_stored",
    ),
    "I17": (
        f"{TURNS}test_the_room_reads_for_whom_there_is_space",
        f"{TURNS}test_one_minute_more_comes_by_itself_once",
        f"{TURNS}test_time_running_out_takes_nothing_away",
    ),
    "I18": (
        f"{BOUNDS}test_no_replies_look_like_no_replies_asked_for",
        f"{TWINS}test_others_cannot_tell_whether_somebody_answered",
    ),
    "I19": (
        f"{LAWS} only_publish_publishes, gone)",
        f"{SIGHTS} _words)",
        f"{SEATS}test_somebody_late_waits_while_somebody_has_the_space",
        f"{SEATS}test_whoever_is_out_hears_nothing_and_comes_back_to_now",
        f"{ROUNDS}test_somebody_who_was_out_at_the_reveal_does_not_get_it",
        f"{TURNS}test_the_audience_is_named_before_and_fixed_at_publishing",
    ),
    "I20": (
        f"{LAWS} door_holds)",
        f"{SEATS}test_somebody_late_waits_while_somebody_has_the_space",
        f"{SEATS}test_nobody_comes_in_during_a_silence",
        f"{HOLDING}test_somebody_who_comes_to_hold_an_unheld_room_comes_in_at_once",
    ),
    "I21": (f"{TURNS}test_the_audience_is_named_before_and_fixed_at_publishing",),
    "I22": (f"{LAWS} nobody_is_hidden)",),
    "I23": (
        f"{SIGHTS} _words)",
        f"{BOUNDS}test_words_taken_back_are_gone",
        f"{BOUNDS}test_a_share_taken_back_while_somebody_answers_it",
        f"{SIGNALS}test_a_flagged_share_that_is_taken_back_stays_for_the_facilitators_alone",
    ),
    "I24": (
        f"{LAWS} reply_is_own_and_within)",
        f"{BOUNDS}test_no_reply_above_the_level_exists",
        f"{BOUNDS}test_words_taken_back_are_gone",
    ),
    "I25": (
        f"{BOUNDS}test_nobody_takes_back_or_opens_anothers_share",
        f"{BOUNDS}test_a_level_is_raised_as_far_as_its_own_round_allows",
        f"{TURNS}test_a_share_asks_for_no_more_than_the_agenda_allows",
    ),
    "I27": (
        f"{LAWS_CARE} lines_have_two_ends)",
        f"{PRIVATE}test_participants_have_no_line_between_them",
    ),
    "I28": (
        f"{LAWS_CARE} written_between_two, read_by_its_end, wiped_by_an_end)",
        f"{TWINS_CARE}test_nobody_else_can_tell_that_somebody_wrote_privately",
        f"{TWINS_CARE}test_an_answered_offer_is_nobody_elses_news",
        f"{PRIVATE}test_a_word_reaches_the_one_it_is_for_and_nobody_else",
    ),
    "I31": (
        f"{LAWS} decided, settled: canaries; closed_is_counts)",
        f"{STORIES}test_no_word_is_in_what_is_stored",
        f"{LAWS_CARE} nothing_beside_is_left)",
    ),
    "I33": (
        f"{TWINS}test_nobody_can_tell_why_an_offer_ended",
        f"{STORIES}test_no_word_is_in_what_is_stored",
    ),
    "I34": (
        f"{STORIES}test_s11_the_server_dies_in_the_middle_of_a_turn",
        f"{STORIES}test_s11_the_key_is_gone",
        f"{LAWS} decided: replay; settled: codec)",
    ),
    "I37": (f"{TURNS}test_time_running_out_takes_nothing_away",),
    "I38": (
        f"{SIGHTS} _silence)",
        f"{ROUNDS}test_nothing_moves_in_a_silence",
        f"{STORIES}test_s7_ten_minutes_of_quiet",
        f"{PRIVATE}test_in_a_silence_only_the_two_ends_move",
    ),
    "I39": (
        f"{SIGHTS} _silence)",
        f"{STORIES}test_s7_ten_minutes_of_quiet",
    ),
    "I40": (
        f"{LAWS} silence_is_not_stretched)",
        f"{ROUNDS}test_a_silence_is_extended_twice_at_most_and_in_time",
    ),
    "I41": (
        f"{LAWS} time_goes_on)",
        f"{HOLDING}test_a_pause_costs_nothing",
        f"{BOUNDS}test_two_wishes_within_a_minute_pause_at_once",
    ),
    "I42": (
        f"{LAWS} closing_is_kept, introduced, quiet_begins_in_time, never_into_nothing)",
        f"{LAWS} parts_well, after_is_for_those_who_stay)",
        f"{BETWEEN}test_it_counts_before_the_closing",
        f"{WHOLE}test_the_farewell_cannot_be_shortened_or_set_aside",
        f"{WHOLE}test_the_closing_opens_by_itself_when_its_time_has_come",
        f"{TURNS}test_an_offer_that_was_lengthened_does_not_eat_the_closing",
        f"{ROUNDS}test_a_silence_does_not_reach_into_the_closing",
        f"{STORIES}test_s10_time_runs_out",
        f"{AFTER}test_where_nobody_stays_the_circle_closes_as_ever",
    ),
    "I43": (
        f"{WHOLE}test_both_notices_reach_everybody",
        f"{WHOLE}test_a_notice_waits_for_the_end_of_a_share",
        f"{WHOLE}test_a_closing_at_its_latest_is_over_at_the_promised_end",
        f"{LAWS} parts_well, announced_in_time)",
        f"{AFTER}test_late_nobody_is_surprised_by_it",
        f"{AFTER}test_staying_is_offered_from_the_farewell_on",
    ),
    "I44": (
        f"{WHOLE}test_an_emergency_shows_its_page_before_it_closes",
        f"{HOLDING}test_a_room_held_for_ten_minutes_closes_gently",
        f"{AFTER}test_without_anybody_who_holds_it_it_ends_at_once",
        f"{AFTER}test_for_whoever_did_not_choose_it_the_circle_is_over",
    ),
    "I46": (
        f"{LAWS} nothing_is_delivered_while_frozen, held_when_unheld)",
        f"{HOLDING}test_a_room_that_nobody_holds_stands_still",
        f"{STORIES}test_s6_the_host_disappears_for_good",
    ),
    "I47": (
        f"{LAWS} introduced, begun_and_held)",
        f"{WHOLE}test_nobody_begins_a_room_that_nobody_holds",
    ),
    "I48": (f"{HOLDING}test_each_visible_power_leaves_one_line",),
    "I49": (
        f"{TWINS}test_peers_cannot_tell_a_removal_from_a_leaving",
        f"{SIGHTS} _one)",
        f"{SEATS}test_a_removed_seat_is_gone_for_good",
    ),
    "I50": (f"{SEATS}test_a_locked_door_is_kind",),
    "I51": (
        f"{LAWS} one_lead)",
        f"{HOLDING}test_the_lead_is_handed_over_when_the_other_accepts",
        f"{HOLDING}test_a_co_facilitator_leads_when_the_lead_is_gone",
        f"{MINUTE}test_somebody_else_may_hold_it_meanwhile",
    ),
    "I52": (f"{HOLDING}test_a_seat_of_a_facilitator_is_never_removed_or_hidden",),
    "I53": (
        f"{LAWS} frame_is_stable)",
        f"{SEATS}test_agreements_do_not_change_inside_a_round",
        f"{LAWS_CARE} asked_between_rounds_only)",
        f"{DEPTH}test_depth_is_never_asked_about_inside_a_round",
    ),
    "I54": (
        f"{ROUNDS}test_lowering_the_depth_is_instant",
        f"{LAWS_CARE} deeper_only_if_nobody_minds, kept_if_somebody_minds)",
        f"{DEPTH}test_one_objection_keeps_it_and_nobody_learns_whose",
        f"{TWINS_CARE}test_nobody_can_tell_who_kept_the_depth",
        f"{TWINS_CARE}test_peers_cannot_tell_when_somebody_minded",
    ),
    "I55": (
        f"{LAWS_CARE} offered_once)",
        f"{PRIVATE}test_one_soft_offer_and_no_second_one",
        f"{PRIVATE}test_whoever_asked_for_none_is_offered_none",
        f"{TWINS_CARE}test_no_is_the_same_no",
    ),
    "I57": (
        f"{LAWS} bounded_auto_pause)",
        f"{BOUNDS}test_two_wishes_within_a_minute_pause_at_once",
    ),
    "I59": (
        f"{LAWS} rings_change_softly)",
        f"{SEATS}test_the_ring_changes_after_the_share",
        f"{LAWS} let_rest_softly)",
        f"{SHARES}test_it_waits_while_somebody_else_has_the_space",
        f"{PRIVATE}test_who_may_be_written_to_changes_when_nobody_is_disturbed",
    ),
    "I60": (
        f"{SEATS}test_coming_back_needs_no_words",
        f"{TWINS}test_a_line_that_is_lost_looks_like_leaving",
    ),
    "I62": (
        f"{BOUNDS}test_a_wish_for_a_pause_is_met_within_twenty_seconds",
        f"{LAWS_CARE} told_that_nobody_opened_it)",
        f"{PRIVATE}test_after_two_minutes_unopened_the_writer_is_told",
        f"{SIGNALS}test_only_a_wish_for_a_pause_pauses",
    ),
    "I63": (
        f"{LAWS} offered, queued, everybody_has_a_place)",
        f"{TURNS}test_everybody_is_asked_once_before_the_last_space",
        f"{ROUNDS}test_somebody_who_comes_in_during_an_offered_silence_is_asked",
        f"{TURNS}test_the_desk_knows_before_that_not_everybody_fits",
    ),
    "I64": (
        f"{LAWS} turn_taken_by_its_seat)",
        f"{TURNS}test_when_time_is_short_it_is_short_for_everybody",
        f"{TURNS}test_facilitators_are_asked_last_and_only_if_they_wish",
    ),
    "I65": (
        f"{TWINS}test_the_past_changes_no_permission",
        f"{BOUNDS}test_permissions_have_no_memory",
    ),
}
