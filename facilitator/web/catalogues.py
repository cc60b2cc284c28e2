"""The translations as they stand in the repository: read when first needed, compiled in memory."""

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask_babel import Babel, Domain, get_locale

from facilitator.web.pretend import PRETENDED, Pretended

FOLDER = Path(__file__).resolve().parent.parent / "translations"


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel has no types
    """Every language's texts. English needs none: an empty translation is the text itself."""

    def get_translations(self) -> NullTranslations:
        language = str(get_locale() or "en")
        if language not in self.cache:
            self.cache[language] = _catalogue(language)
        found: NullTranslations = self.cache[language]
        return found


class HouseBabel(Babel):  # type: ignore[misc]
    """Flask-Babel with these catalogues."""

    domain_instance = Catalogues()


def _catalogue(language: str) -> NullTranslations:
    if language in PRETENDED:
        return Pretended(PRETENDED[language][1])
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
