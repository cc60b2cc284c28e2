"""Every text and every agenda of Holdspace: data without I/O, in the reader's language.

Texts are lazy: they become words in the locale of the request that reads them. After a text has
changed, refresh the catalogue from the root of the repository (no mail host and no path of a
machine may enter its headers):

    cd facilitator/translations
    pybabel extract -F babel.cfg --add-location=file --no-wrap --project=Holdspace \\
        --copyright-holder=Holdspace --msgid-bugs-address=none --last-translator=none \\
        -o messages.pot ../.. && sed -i 's/^#.*EMAIL@ADDRESS.*$/#/' messages.pot
    pybabel update -i messages.pot -d . --no-wrap
    pybabel compile -d .

A new language, say German, begins with `pybabel init -i messages.pot -d . -l de`.
"""

from facilitator.content.microcopy import circle_content, circle_texts

__all__ = ["circle_content", "circle_texts"]
