"""Every text and every agenda of Holdspace: data without I/O, in the reader's language.

Texts are lazy: they become words in the locale of the request that reads them. After a text has
changed, refresh the catalogue from the root of the repository; the last line keeps addresses and
names out of its headers:

    T=facilitator/translations
    pybabel extract -F $T/babel.cfg -k lazy_gettext -o $T/messages.pot --add-location=file \\
        --no-wrap --project=Holdspace --header-comment="# Holdspace" facilitator templates
    pybabel update -i $T/messages.pot -d $T --no-wrap --ignore-obsolete \\
        --no-fuzzy-matching
    sed -i -E '/^"(Last-Translator|Language-Team|Report-Msgid)/d' $T/*.pot $T/*/*/*.po

Then every language needs the new texts (docs/translating.md, which says how to add one, too).
Nothing is compiled by hand, and English is never translated: an empty translation is the text
itself.
"""

from facilitator.content.microcopy import circle_content, circle_texts

__all__ = ["circle_content", "circle_texts"]
