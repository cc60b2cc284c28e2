"""Every text and every agenda of Holdspace: data without I/O, in the reader's language.

Texts are lazy: they become words in the locale of the request that reads them. After a text has
changed, refresh the catalogue from the root of the repository; the last line keeps addresses and
names out of its headers:

    T=facilitator/translations
    pybabel extract -F $T/babel.cfg -k lazy_gettext -o $T/messages.pot --add-location=file \\
        --no-wrap --project=Holdspace --header-comment="# Holdspace" facilitator templates
    pybabel update -i $T/messages.pot -d $T --no-wrap --ignore-obsolete
    sed -i -E '/^"(Last-Translator|Language-Team|Report-Msgid)/d' $T/*.pot $T/*/*/*.po

A new language begins with `pybabel init -i $T/messages.pot -d $T -l de`, and is used after
`pybabel compile -d $T`. English needs no compiling: an empty translation is the text itself.
"""

from facilitator.content.microcopy import circle_content, circle_texts

__all__ = ["circle_content", "circle_texts"]
