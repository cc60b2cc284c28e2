"""Spanish is whole: every text has it, nothing in it is lost, and it is as kind as the English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from facilitator.web.catalogues import FOLDER
from facilitator.web.language import LANGUAGES
from tests.checks.copy_sources import ROOT
from tests.checks.test_copy import LOUD, whole_words

LEXICON = Path(__file__).with_name("lexicon_es.txt").read_text().splitlines()
FORBIDDEN = whole_words(LEXICON)
VALUES = re.compile(r"\{\w*\}|%\(\w+\)[sd]")
# Somebody of any gender reads it: no `a/o`, no `@`, no `x` in a word's end.
SPLIT_GENDER = re.compile(r"\w[/(]a\)?s?\b|\w@s?\b(?!\w)|\b\w+xs\b")
POLITE = re.compile(r"\b(usted|ustedes|vosotr[oa]s|os)\b", re.I)
REFRESH = "refresh the catalogues as facilitator/content/__init__.py says, and translate"


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def texts_of_the_house() -> set[str]:
    """Every English text in Python and in the templates, as pybabel would find it."""
    with (FOLDER / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    keywords = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
    return {
        found[2] if isinstance(found[2], str) else found[2][0]
        for folder in ("facilitator", "templates")
        for found in extract_from_dir(ROOT / folder, methods, options, keywords=keywords)
    }


@pytest.fixture(scope="module")
def spanish() -> Catalog:
    return catalogue("es")


def said(spanish: Catalog) -> Iterator[tuple[Message, str]]:
    for message in spanish:
        if message.id:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            yield from ((message, str(form)) for form in forms if form)


def said_of(spanish: Catalog) -> Iterator[tuple[str, str]]:
    """Every English text with its Spanish; of a plural, the form for one and the others."""
    for message in spanish:
        if message.id and isinstance(message.id, tuple):
            one, more = message.id[0], message.id[-1]
            yield from ((more if n else one, str(w)) for n, w in enumerate(message.string) if w)
        elif message.id and message.string:
            yield str(message.id), str(message.string)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_text_is_translated(language: str) -> None:
    """A text that was added without its translation is named here."""
    there = {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalogue(language)
        if message.id
    }
    missing = sorted(texts_of_the_house() - set(there))
    empty = sorted(text for text, message in there.items() if not message.string)
    unsure = sorted(text for text, message in there.items() if message.fuzzy)

    assert (missing, empty, unsure) == ([], [], []), REFRESH


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_the_same_values_are_filled_in(language: str) -> None:
    """`{name}` and `%(count)d` stand in both, as often, and spelled the same."""
    differ = [
        f"{english!r}: {words!r}"
        for english, words in said_of(catalogue(language))
        if sorted(VALUES.findall(english)) != sorted(VALUES.findall(words))
    ]

    assert differ == []


def test_spanish_blames_and_pushes_nobody(spanish: Catalog) -> None:
    """No word of lexicon_es.txt, which says for Spanish what the house never says."""
    found = [f"{words!r}: {hit}" for _, words in said(spanish) if (hit := FORBIDDEN.findall(words))]

    assert found == []


def test_spanish_is_as_quiet_as_english(spanish: Catalog) -> None:
    """No exclamation mark, no emoji; a sentence ends as the English one does."""
    loud = [words for _, words in said(spanish) if LOUD.search(words)]
    ends = [
        f"{message.id!r}: {words!r}"
        for message, words in said(spanish)
        if isinstance(message.id, str) and message.id[-1:] in ".?:…" and words[-1:] not in ".?:…»"
    ]

    assert (loud, ends) == ([], [])


def test_spanish_speaks_to_everybody(spanish: Catalog) -> None:
    """By `tú`, to one person of any gender: no slash, no `@`, no `x`."""
    found = [
        words
        for message, words in said(spanish)
        if (SPLIT_GENDER.search(words) and "@example" not in words) or POLITE.search(words)
    ]

    assert found == []


@pytest.mark.parametrize("words", ["FALLASTE", "Es tu turno", "el enlace ha caducado", "un Error"])
def test_the_lexicon_means_whole_words(words: str) -> None:
    """Whatever the case."""
    assert FORBIDDEN.search(words)
    assert not FORBIDDEN.search("curarse, errores, rotar, cualquiera, segura, aventura")
