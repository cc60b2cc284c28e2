"""Whatever the circle does, its screens have words for it."""

import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import Babel

from facilitator.circle.plan import Level, Timings
from facilitator.circle.refusals import MEANINGS
from facilitator.circle.rounds import KINDS
from facilitator.circle.state import StopKind
from facilitator.content import circle_content, circle_texts
from facilitator.content.agendas import AGENDAS, REHEARSAL
from facilitator.content.capacity import FLAWS
from facilitator.content.microcopy import TEXTS
from facilitator.content.texts.refusals import REFUSALS
from facilitator.content.words import fill

TEMPLATE_OF_CATALOGUE = Path("facilitator/translations/messages.pot")
PLACEHOLDERS = {
    "name",
    "names",
    "n",
    "length",
    "time",
    "begins",
    "ends",
    "round",
    "step",
    "level",
    "date",
    "seats",
    "needs",
    "has",
    "contact",
}
USES_OF_POWER = {
    "began",
    "began_later",
    "round_introduced",
    "round_set_aside",
    "step_extended",
    "step_trimmed",
    "paused",
    "holding",
    "resumed",
    "silence_offered",
    "silence_extended",
    "depth_lowered",
    "locked",
    "unlocked",
    "handed_over",
    "agreement_added",
    "closing_begins",
    "short_close",
    "let_rest",
    "need_minute",
    "stay_on",
    "stay_on_begins",
    "quiet_after_begins",
}


@pytest.fixture
def texts() -> dict[str, str]:
    return circle_texts()


def test_every_refusal_is_said_in_words() -> None:
    """Nobody ever reads a bare code: each way of saying no has a sentence."""
    assert set(MEANINGS) <= set(REFUSALS)


def test_every_round_and_step_has_a_line(texts: dict[str, str]) -> None:
    """Each kind of round has a name and an introduction, and each of its steps a line."""
    for template in (*AGENDAS.values(), REHEARSAL):
        for plan in template.rounds:
            steps = KINDS[plan.kind].steps(plan, Timings(), plan.length)
            codes = {f"kind.{plan.kind}", f"intro.{plan.kind}", f"desk.introduce.{plan.kind}"}
            codes |= {f"step.{plan.kind}.{step.name}" for step in steps}

            assert codes <= set(texts)


def test_every_use_of_power_names_who_used_it(texts: dict[str, str]) -> None:
    """The room reads one plain sentence, with a name in it, for whatever a facilitator does."""
    unnamed = {code for code in USES_OF_POWER if "{name}" not in texts[f"line.{code}"]}

    assert not unnamed


def test_what_happens_by_itself_names_nobody(texts: dict[str, str]) -> None:
    """Time coming round, an automatic pause and a lost key are nobody's doing."""
    by_itself = [text for code, text in texts.items() if code.endswith(".itself")]
    other = [texts["line.auto_paused"], texts["line.words_gone"]]

    assert by_itself
    assert not [t for t in (*by_itself, *other) if "{name}" in t]


@pytest.mark.parametrize("kind", StopKind)
def test_every_standstill_is_explained(kind: StopKind, texts: dict[str, str]) -> None:
    """Paused, holding, paused by itself or held: the room says which."""
    assert texts[f"stop.{kind}"]


@pytest.mark.parametrize("level", Level)
def test_every_level_is_named_and_explained(level: Level, texts: dict[str, str]) -> None:
    """A sharer reads what may come back, and what that means."""
    assert texts[f"level.{level}"]
    assert texts[f"level.{level}.why"]


def test_a_turn_ends_in_the_same_line_however_it_ended(texts: dict[str, str]) -> None:
    """There is exactly one closing line for a turn."""
    assert [code for code, text in texts.items() if text == texts["circle.thanks"]] == [
        "circle.thanks"
    ]


def test_every_item_that_looks_after_me_explains_itself(texts: dict[str, str]) -> None:
    """Each explanation in the panel belongs to something one can press."""
    explained = {code for code in texts if re.fullmatch(r"care\.\w+\.why", code)}

    assert {code.removesuffix(".why") for code in explained} <= set(texts)


def test_only_known_values_are_put_into_a_text(texts: dict[str, str]) -> None:
    """A placeholder is one of the values that the screens know."""
    asked = {name for text in texts.values() for name in re.findall(r"{(\w*)}", text)}

    assert asked <= PLACEHOLDERS


def test_no_text_is_empty_or_a_code(texts: dict[str, str]) -> None:
    """Everything that may reach a screen is words."""
    assert not [code for code, text in texts.items() if not text.strip() or text == code]


def test_the_page_can_carry_it_all() -> None:
    """Texts and decks travel inside the page as JSON, unchanged."""
    carried = json.loads(json.dumps([circle_texts(), circle_content()]))

    assert carried == [circle_texts(), circle_content()]


def test_a_text_is_filled_by_name() -> None:
    """Values take the place of their names, in the language of whoever reads it."""
    assert str(fill(TEXTS["circle.has_space"], name="Sam")) == "Sam has the space."


def test_words_come_in_the_language_of_the_reader(tmp_path: Path) -> None:
    """A text is looked up when it is read, so two people read it in two languages."""
    german = Catalog("de")
    german.add("Pass", "Weitergeben")
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, german)
    app = Flask(__name__)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(tmp_path)
    language = "de"
    Babel(app, locale_selector=lambda: language)

    with app.test_request_context():
        in_german = circle_texts()["bar.pass"]
    language = "en"
    with app.test_request_context():
        in_english = circle_texts()["bar.pass"]

    assert (in_german, in_english) == ("Weitergeben", "Pass")


def test_translators_find_every_text() -> None:
    """The catalogue holds each text of the circle; `facilitator.content` says how to refresh it."""
    with TEMPLATE_OF_CATALOGUE.open("rb") as file:
        known = {message.id for message in read_po(file)}
    agendas = [t for template in AGENDAS.values() for t in (template.title, template.for_whom)]
    said = {str(text) for text in (*TEXTS.values(), *FLAWS.values(), *agendas)}

    assert said <= known


def test_the_catalogue_names_no_address() -> None:
    """No mail address and no path of a machine stands in a header of the catalogue."""
    for path in TEMPLATE_OF_CATALOGUE.parent.rglob("*.po*"):
        header = path.read_text().split("\n\n", 1)[0]

        assert not re.search(r"@|/", header.replace("text/plain", "")), path
