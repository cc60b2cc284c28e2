"""What people choose from: words to arrive with, prompts, silences, words of company."""

import re

from facilitator.content import circle_content
from facilitator.content.agreements import AGREEMENTS, agreement_lines
from facilitator.content.check_in import SCALES
from facilitator.content.prompts import PROMPTS, REFLECTIONS, SMALL_STEPS
from facilitator.content.silence import INVITATIONS
from facilitator.content.witness import GROUPS, IDEAS_STEMS, PHRASES, REFLECTION_STEMS


def test_every_check_in_has_a_way_round_its_words() -> None:
    """In each scale somebody may bring a word of their own, or none."""
    for scale in circle_content()["check_in"]["scales"]:
        codes = [code for code, _ in scale["words"]]

        assert codes[-2:] == ["word.own", "word.none"]


def test_no_code_means_two_things() -> None:
    """A code that travels stands for the same words in every deck."""
    content = circle_content()
    decks = [*content["check_in"]["scales"], *content["deck"]]
    pairs = [tuple(pair) for deck in decks for pair in deck.get("words", deck.get("phrases"))]
    meanings = dict(pairs)

    assert all(meanings[code] == words for code, words in pairs)
    assert len(meanings) == len(PHRASES) + sum(len(scale.words) for scale in SCALES) + 2


def test_each_depth_has_four_prompts_and_one_of_them_is_good() -> None:
    """A prompt is never only about pain: each depth offers something good or ordinary (A5)."""
    for depth in (1, 2, 3):
        prompts = [prompt for prompt in PROMPTS if prompt.depth == depth]

        assert len(prompts) == 4
        assert {prompt.shape for prompt in prompts} == {"feeling", "memory", "thought"}
        assert any(prompt.good for prompt in prompts)


def test_a_light_prompt_asks_no_question() -> None:
    """At the first depth nobody is asked what happened."""
    assert not [p.code for p in PROMPTS if p.depth == 1 and "?" in str(p.words)]


def test_words_of_company_ask_and_advise_nothing() -> None:
    """No line of the deck holds a question or advice, and each belongs to a named group."""
    phrases = [str(text) for text in PHRASES.values()]

    assert not [phrase for phrase in phrases if "?" in phrase or "should" in phrase.lower()]
    assert {code.split(".")[0] for code in PHRASES} == set(GROUPS)
    assert next(iter(PHRASES)).startswith("with_you.")


def test_a_reply_begins_with_the_one_who_replies() -> None:
    """A stem starts from one's own experience, ideas included."""
    stems = [str(stem) for stem in (*REFLECTION_STEMS.values(), *IDEAS_STEMS.values())]

    assert not [stem for stem in stems if not re.search(r"\b(I|me)\b", stem)]


def test_a_silence_never_needs_breath_or_closed_eyes() -> None:
    """Eight invitations, one with breath, several with open eyes, one with nothing to do."""
    assert len(INVITATIONS) == 8
    assert [i.code for i in INVITATIONS if i.breath] == ["silence.slow_circle"]
    assert {i.eyes for i in INVITATIONS} == {"any", "open"}
    assert "Nothing to do." in str(next(i for i in INVITATIONS if "company" in i.code).words)


def test_the_organizer_speaks_inside_the_eleventh_agreement() -> None:
    """What facilitators are bound to pass on stands where it is read before words flow."""
    lines = agreement_lines("Ria is a teacher and has to report danger to a child.")

    assert len(lines) == len(AGREEMENTS) == 12
    assert lines[10][1].endswith("Ria is a teacher and has to report danger to a child.")
    assert [words for _, words in agreement_lines()] == [str(t) for t in AGREEMENTS.values()]


def test_which_company_is_looked_at_in_private_only() -> None:
    """The one question about other people's effect on me can't be shared by a slip (A29)."""
    assert [r.code for r in REFLECTIONS if r.private_only] == ["reflect.which_company"]


def test_a_private_question_is_not_among_those_that_may_be_said() -> None:
    """Every reflection prompt travels with whether it stays on the device."""
    carried = {code: private for code, _, private in circle_content()["reflection"]}

    assert carried == {r.code: r.private_only for r in REFLECTIONS}


def test_no_step_is_a_step() -> None:
    """Nothing this week is among the small steps (B48)."""
    assert "step.nothing" in SMALL_STEPS
