"""What comes over a socket comes in the language of the person at its other end."""

import re

import requests

from tests.live.people import Opened, Person, Server, csrf_of, until


def in_spanish(person: Person) -> Person:
    """The same person, who chose Spanish from the menu; their page came again."""
    person.cookies["language"] = "es"
    return person.reloads()


def test_a_refusal_comes_in_the_language_of_who_asked(circle: Opened) -> None:
    """Each reads it in their own, and the code is the same for all."""
    ria, sam = in_spanish(circle.visited("Ria")), circle.visited("Sam")

    to_ria, to_sam = ria.asks("begin", with_few=True), sam.asks("begin", with_few=True)

    assert to_ria["code"] == to_sam["code"]
    assert to_ria["text"] == "Solo puede hacerlo quien facilita este círculo."
    assert to_sam["text"] == "Only those who facilitate this circle can do that."


def test_a_new_language_keeps_the_seat(circle: Opened) -> None:
    """The link of the menu leads back to the room, and the place in it is the same."""
    sam = circle.walked_in("Sam")
    seat = sam.seat
    room = f"{circle.server.url}/circle/{circle.id}"

    answer = requests.get(f"{room}?language=es", cookies=sam.cookies, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/circle/{circle.id}")
    page = requests.get(room, cookies={**sam.cookies, **answer.cookies.get_dict()})

    assert '<html lang="es" dir="ltr">' in page.text
    assert ">Cuidarme</button>" in page.text
    assert in_spanish(sam).seat == seat


def test_what_comes_later_comes_in_that_language_too(circle: Opened) -> None:
    """Its address differs from the English one, so a browser keeps both apart."""
    sam = circle.walked_in("Sam")
    room = f"{circle.server.url}/circle/{circle.id}"
    addresses = []
    for language, words in (("en", "Language"), ("es", "Idioma")):
        page = requests.get(room, cookies={**sam.cookies, "language": language}).text
        [address] = re.findall(r"/later\.json\?v=\w+", page)
        addresses.append(address)
        found = requests.get(circle.server.url + address, cookies={"language": language})

        assert found.json()["texts"]["care.language"] == words
        assert {"Accept-Language", "Cookie"} <= set(found.headers["Vary"].split(", "))
        assert ["es", "es", "Español", language == "es"] in found.json()["content"]["languages"]

    assert addresses[0] != addresses[1]


def test_companions_speak_the_language_of_who_rehearses(slow_server: Server) -> None:
    """Their names, and what they say by themselves, long after the page was made."""
    browser = requests.Session()
    browser.headers["Accept-Language"] = "es"
    form = {"csrf_token": csrf_of(browser.get(f"{slow_server.url}/rehearsal").text)}
    answer = browser.post(f"{slow_server.url}/rehearsal", data=form, allow_redirects=False)
    circle = Opened(slow_server, answer.headers["Location"].rsplit("/", 1)[-1], "", ())
    you = Person(circle, "Visita", {**browser.cookies.get_dict(), "language": "es"}).opens()

    assert you.you["name"] == "Visita"
    you.begins().goes_to_turns()
    until(lambda: "La primera taza de té" in "".join(you.tab.raw), 30, "Alma shares in Spanish")
    you.closes()
