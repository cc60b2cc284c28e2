"""Old sentences, what may stand beside them, and which way a question looks."""

from facilitator.content.beliefs import BELIEFS
from facilitator.content.microcopy import first_content, later_content
from facilitator.content.prompts import LOOKS, REFLECTIONS, TOWARDS


def test_twelve_cards_and_none_argues() -> None:
    """Each old sentence has one or two beside it, which neither ask nor command nor say that it is
    wrong (domain.md 3.6)."""
    beside = [str(words) for card in BELIEFS for words in card.beside]

    assert len(BELIEFS) == len({card.code for card in BELIEFS}) == 12
    assert {len(card.beside) for card in BELIEFS} == {1, 2}
    assert not [words for words in beside if "?" in words or "wrong" in words or "should" in words]


def test_no_question_is_repeated_by_where_one_looks() -> None:
    """Each way leads to questions that exist; nowhere has none, and none is chosen beforehand."""
    codes = {reflection.code for reflection in REFLECTIONS}

    assert set(LOOKS) == {"", *TOWARDS}
    assert all(set(looked) <= codes for looked in LOOKS.values())
    assert LOOKS["towards.nowhere"] == ()
    assert all(len(looked) <= 4 for looked in LOOKS.values())


def test_a_farewell_has_prompts_of_its_own() -> None:
    """The usual ones stay away at the last meeting; cards come later than the room for everyone."""
    usual, farewell = first_content(), first_content(farewell=True)

    assert [words for _, words in farewell["prompts"]["1"]] == [
        "What I take with me.",
        "What I leave here.",
        "Nothing, and I’m here.",
    ]
    assert "farewell" not in usual["prompts"]
    assert "beliefs" not in usual
    assert len(later_content()["beliefs"]) == 12
