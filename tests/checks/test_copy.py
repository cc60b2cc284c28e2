"""The words of the house: what it never says, how it never says it, and that it says it once."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.checks.copy_sources import (
    GAP,
    Text,
    shipped_texts,
    texts_of_content,
    texts_of_python,
    texts_of_script,
    texts_of_template,
)

LEXICON = Path(__file__).with_name("lexicon.txt").read_text().splitlines()
SENTENCE_END = re.compile(r"(?<=[.?:])\s+")
LONG_ENOUGH = 25
LOUD = re.compile(
    "[!¡！\N{DOUBLE EXCLAMATION MARK}\N{VARIATION SELECTOR-16}"
    "\N{BLACK SUN WITH RAYS}-\N{CURLY LOOP}"  # weather, hands, stars, hearts
    "\N{WHITE MEDIUM STAR}\N{MAHJONG TILE EAST WIND}-\U0001faff]"
)


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return shipped_texts()


def never_said(words: str) -> list[str]:
    """The words of domain.md 3.11 that `words` holds."""
    return FORBIDDEN.findall(words.replace("’", "'"))


def whole_words(lexicon: list[str]) -> re.Pattern[str]:
    """Finds these words and phrases, whatever the case and the line breaks."""
    phrases = (r"\s+".join(map(re.escape, phrase.split())) for phrase in lexicon)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.I)


FORBIDDEN = whole_words(LEXICON)


def test_no_text_blames_or_pushes_anybody(texts: list[Text]) -> None:
    """No text that ships holds a word the house never uses (domain.md 3.11, I16)."""
    found = [f"{text}: {', '.join(words)}" for text in texts if (words := never_said(text.words))]

    assert not found, "\n".join(found)


def test_no_text_shouts(texts: list[Text]) -> None:
    """No text that ships holds an exclamation mark or an emoji."""
    found = [str(text) for text in texts if LOUD.search(text.words)]

    assert not found, "\n".join(found)


def test_every_sentence_is_written_once(texts: list[Text]) -> None:
    """A sentence that two places need is one constant or one partial, never a copy."""
    places = defaultdict(set)
    for text in texts:
        for sentence in SENTENCE_END.split(text.words):
            if len(sentence) >= LONG_ENOUGH and GAP not in sentence and " " in sentence:
                places[sentence].add(text.file)
    copies = [f"{words!r}: {sorted(files)}" for words, files in places.items() if len(files) > 1]

    assert not copies, "\n".join(copies)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It’s YOUR\nTurn now", ["YOUR\nTurn"]),
        ("You haven’t answered", ["haven't answered"]),
        ("A no-show", ["no-show"]),
        ("Cured, transformed, at leisure, scores, procure", []),
    ],
)
def test_the_lexicon_means_whole_words(words: str, found: list[str]) -> None:
    """Case, line breaks and curly apostrophes hide nothing, and longer words are left alone."""
    assert never_said(words) == found


def test_templates_are_read_as_people_read_them() -> None:
    """Text, read attributes and literals inside tags are found; classes and scripts are not."""
    source = """{# the crew #}<!doctype html>
<p class="broken" title="Come in">Hello {{ name }}, {% trans %}sit down{% endtrans %}</p>
{% if a != 1 %}{{ _("Stay") }}{{ button("Look around", kind="plain") }}{% endif %}
<script>let score = 1</script><i aria-label="{{ gettext('Rest') }}" data-on="load"></i>"""

    words = {(line, " ".join(words.split())) for line, words in texts_of_template(source)}

    assert {
        (2, "Come in"),
        (2, f"Hello {GAP}, sit down"),
        (3, "Stay"),
        (3, "Look around"),
        (4, "Rest"),
    } <= words
    assert not any("broken" in text or "score" in text or "crew" in text for _, text in words)


def test_python_is_read_through_gettext_only() -> None:
    """Every name of gettext counts; codes and docstrings don't."""
    source = '"""A rank."""\ncode = "turn/expired"\nm._("Stay " "here")\nngettext("one", "more", n)'

    assert list(texts_of_python(source)) == [(3, "Stay here"), (4, "one"), (4, "more")]


def test_content_is_read_whole() -> None:
    """In a content file a text counts even where somebody forgot to translate it."""
    source = '"""A doc string."""\nkey = "arrival"\ntitle = "Come in; sit down"\n_("Rest here")'

    assert list(texts_of_content(source)) == [(3, "Come in; sit down"), (4, "Rest here")]


def test_scripts_are_read_for_prose() -> None:
    """Literals that look like prose count; selectors, codes and comments don't."""
    source = "// don't\nq('.a > [b]');\nsay(\"About two minutes\", `turn/expired`)"

    assert list(texts_of_script(source)) == [(3, "About two minutes")]
