"""The pretended languages are hard enough to be of use."""

import re

from facilitator.content import circle_texts
from facilitator.web.pretend import from_the_right, longer

VALUES = re.compile(r"\{\w*\}|%\(\w+\)[sd]")


def test_pretended_words_are_a_good_third_longer() -> None:
    """Each of them, the short ones more."""
    texts = circle_texts().values()
    bare = [VALUES.sub("", text) for text in texts]

    assert not [text for text in bare if len(longer(text)) < 1.3 * len(text)]
    assert sum(map(len, map(longer, bare))) > 1.35 * sum(map(len, bare))


def test_values_keep_their_names() -> None:
    """Whatever happens to the words around them."""
    for text in (*circle_texts().values(), "Up to %(count)d of {name}", "100%% of %(what)s"):
        for change in (longer, from_the_right):
            assert VALUES.findall(change(text)) == VALUES.findall(text)
            assert change(text).count("%") == text.count("%")


def test_words_from_the_right_hold_no_latin_letter() -> None:
    """So that a browser sets them from the right by itself."""
    words = [VALUES.sub("", from_the_right(text)) for text in circle_texts().values()]

    assert not [one for one in words if re.search("[A-Za-z]", one)]
