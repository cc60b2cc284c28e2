"""A circle that one person reads in Spanish and another in English."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.close_look import BAR, CUT_OFF, UNDER_THE_WAY_OUT
from tests.browser.people import PHONE, Guest, Visitor, until
from tests.browser.rooms import Room
from tests.browser.test_phone import FIRST_LOAD_BYTES, HAS_LATER_WORDS, Load, Loads

READER = {"locale": "es-MX", "viewport": PHONE}


def comes_in(ana: Guest) -> Guest:
    """Through the door, whatever language it speaks."""
    for box in ("#agreements", "#adult"):
        ana.page.locator(box).check()
    ana.page.locator("#name").fill(ana.name)
    ana.page.locator(".button-primary").click()
    ana.page.wait_for_url("**/circle/*")
    return ana


def is_tidy(ana: Guest | Visitor) -> None:
    """Nothing sticks out on this phone, and axe has nothing to say."""
    found = ana.page.evaluate(CUT_OFF) + ana.page.evaluate(UNDER_THE_WAY_OUT)
    large = [one for one in ana.page.evaluate(BAR) if one["wide"] > 0 or one["high"] > 0]

    assert found + large == []
    ana.axe()


def test_two_languages_in_one_circle(open_circle: Callable[..., Room]) -> None:
    """Each reads their own; changing it keeps the seat (S: somebody's browser asks for es-MX)."""
    room = open_circle(scale=0.5)
    ana = room.guest("Ana", **READER)
    ana.reads("Te damos la bienvenida. No hace falta llevarlo bien para entrar.")
    ana.pictured("es-door")
    is_tidy(ana)
    comes_in(ana).reads("El círculo aún no ha empezado.")
    room.joins("Lee")
    room.facilitator().begins()
    ana.reads("Acomódate. Aún no se pide nada.").pictured("es-room")
    is_tidy(ana)

    ana.page.get_by_role("button", name="Cuidarme").click()
    sheet = ana.page.get_by_role("region", name="Cuidarme")
    sheet.get_by_role("navigation", name="Idioma").scroll_into_view_if_needed()
    ana.pictured("es-care")
    is_tidy(ana)
    place = ana.page.url
    sheet.get_by_role("link", name="English").click()

    ana.reads("Settle in. Nothing is asked yet.")
    assert ana.page.url == place
    assert ana.page.locator("html").get_attribute("lang") == "en"
    assert {one["name"] for one in ana.shown("room")["roster"]} == {"Ria", "Ana", "Lee"}


def test_spanish_pages_are_tidy(visitor: Callable[..., Visitor]) -> None:
    """The pages around the circles, on a phone; the menu stands in their foot."""
    vera = visitor(**READER)
    for path in ("/", "/other-support", "/sign-in", "/rehearsal", "/journal"):
        vera.goes_to(path).pictured(f"es-page{path.replace('/', '-')}")
        assert vera.page.locator("html").get_attribute("lang") == "es"
        is_tidy(vera)
    vera.goes_to("/").follows("English").reads("A quiet room for a small group")
    vera.follows("Español").reads("Una sala tranquila para un grupo pequeño")


def test_the_first_load_is_light_in_spanish_too(open_circle: Callable[..., Room]) -> None:
    """Longer words, and still within what a slow phone is asked to wait for."""
    ana = open_circle().guest("Ana", **READER)
    wire = ana.context.new_cdp_session(ana.page)
    wire.send("Network.enable")
    wire.send("Network.clearBrowserCache")
    first, later = Load(), Load()
    Loads(wire, first, later)
    comes_in(ana).reads("El círculo aún no ha empezado.")
    until(lambda: ana.page.evaluate(HAS_LATER_WORDS), "the words that come later")

    print(f"first load in Spanish: {first}\nonce the room stands: {later}")
    assert first.packed <= FIRST_LOAD_BYTES
