"""Names that can stand beside every other (names.py), and words that can be shown (words.py)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.circle.names import LONGEST, clean_name, same_name
from facilitator.circle.refusals import Refusal
from facilitator.circle.words import clean_text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Sam", "Sam"),
        ("  Sam   B. ", "Sam B."),
        ("Zoe\u0308", "Zoë"),
        ("سارا", "سارا"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("李小龙", "李小龙"),
        ("O’Brien-Ní", "O’Brien-Ní"),
        ("🌿", "🌿"),
        ("7", "7"),
        ("Nguyễn", "Nguyễn"),
        ("a" * LONGEST, "a" * LONGEST),
    ],
)
def test_names_of_the_world_are_kept(raw, kept):
    """Every script, joiners between letters, marks that belong to a letter."""
    assert clean_name(raw) == kept


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "name/empty"),
        ("   ", "name/empty"),
        ("\u200c\u200d", "name/empty"),
        ("\u3164", "name/empty"),
        ("\u2800", "name/empty"),
        ("\u0301", "name/empty"),
        ("a" * 41, "name/long"),
        ("x" * 1000, "name/long"),
        ("S\u202eam", "name/marks"),
        ("S\u2066am", "name/marks"),
        ("S\u200bam", "name/marks"),
        ("S\ufeffam", "name/marks"),
        ("Sam\x00", "name/marks"),
        ("Sam\n", "name/marks"),
        ("S\ud800", "name/marks"),
        ("Z\u0336\u0335\u0334\u0301", "name/marks"),
        ("\ue000", "name/marks"),
    ],
)
def test_names_that_would_disturb_others_are_refused(raw, code):
    """Nothing hidden, nothing that turns the line, no heap of marks, nothing too long."""
    assert clean_name(raw) == Refusal(code)


@given(st.text(max_size=60))
def test_a_clean_name_stays_clean(raw):
    """What was kept once is kept as it is, and never hides anything."""
    name = clean_name(raw)
    if isinstance(name, Refusal):
        return

    assert clean_name(name) == name
    assert 1 <= len(name) <= LONGEST
    assert name == name.strip()
    assert not any(c in name for c in "\x00\n\r\t\u202e\u2066\u200b")


def test_names_that_sound_alike_are_the_same():
    for other in ("sam", "SAM", "Ｓａｍ", "S\u200dam", "ſam"):
        assert same_name("Sam", other)
    assert not same_name("Sam", "Samu")
    assert not same_name("Zoë", "Zoe")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (" two\r\nlines \n", "two\nlines"),
        ("one\rtwo", "one\ntwo"),
        ("a\tb", "a b"),
        ("quiet\u202e now", "quiet now"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("a" * 280, "a" * 280),
    ],
)
def test_words_are_kept_as_they_are(raw, kept):
    assert clean_text(raw, 280) == kept


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "text/empty"),
        (" \n\t ", "text/empty"),
        ("\u202e", "text/empty"),
        ("\u200b\u200b", "text/empty"),
        ("a" * 281, "text/long"),
        ("a\x00", "text/marks"),
        ("a\ud83d", "text/marks"),
        ("a\x1b[2J", "text/marks"),
    ],
)
def test_words_that_cannot_be_shown_are_refused(raw, code):
    assert clean_text(raw, 280) == Refusal(code)


@given(st.text(max_size=300))
def test_clean_words_stay_clean(raw):
    text = clean_text(raw, 280)
    if isinstance(text, Refusal):
        return

    assert clean_text(text, 280) == text
    assert 1 <= len(text) <= 280
