"""The connection journal: kept when somebody asks for it, and then only they can read it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.house import Server
from tests.browser.journals import PASSPHRASE, Writer
from tests.browser.people import DESK, PHONE, until
from tests.browser.rooms import People
from tests.browser.test_keyboard import enters, tabs_to

CANARIES = ("Kanarienvogel", "zeisig-in-the-attic", "Γλαῦξ")
SAFE, HELPED, UNFINISHED = (f"{word} sat with me" for word in CANARIES)


@pytest.fixture
def writer(people: People) -> Callable[..., Writer]:
    return lambda name="Noor", **how: people.add(Writer, name, **how)


def test_a_journal_from_the_first_word_to_the_last(
    writer: Callable[..., Writer], server: Server
) -> None:
    """Written, sealed, shut, opened after a reload, wiped; nobody else could read a word."""
    noor = writer().opens_the_journal().axe().can_leave_fast()
    noor.reads("Nothing is kept. Only this open page remembers")
    assert noor.page.title() == "Notes"
    noor.puts_down("more steady", safe=SAFE, helped=HELPED, round="Silence")
    noor.is_sealed_in(server.instance, *CANARIES)
    noor.presses("Keep it on this device").reads("Does someone else use this device?")
    noor.page.get_by_label("Yes, or I’m not sure").check()
    noor.reads("If somebody watches this device").axe().presses("Rather not").keeps_it()
    noor.jots(landed=UNFINISHED)
    until(lambda: noor.stored().count("notes"), "something to be stored")
    noor.axe().presses("Seal and close it").reads("An unfinished page is inside")
    noor.never_read(*CANARIES).axe()
    noor.is_sealed_in(server.instance, *CANARIES, PASSPHRASE)

    noor.reloads().reads("Your journal is here, sealed").opens_it().unfolds_pages()

    noor.reads(SAFE, HELPED, "more steady")
    assert noor.field("How did it land in you?").input_value() == UNFINISHED
    noor.opens("Let it all go").reads("It can’t be brought back").axe()
    noor.presses("Wipe it all now").reads("It’s gone from this device, and can’t be brought back.")
    noor.never_read(*CANARIES)
    assert "notes" not in noor.stored()
    noor.reloads().reads("Nothing is kept. Only this open page remembers")
    noor.is_sealed_in(server.instance, *CANARIES, PASSPHRASE)


def test_a_passphrase_is_asked_for_twice_and_for_its_length_alone(
    writer: Callable[..., Writer],
) -> None:
    """Short, different, then any ten characters; it can be pasted, and looked at."""
    noor = writer().opens_the_journal().presses("Keep it on this device")
    noor.page.get_by_label("No, only me").check()
    noor.presses("Go on").gives("123456789", "Choose a passphrase")
    noor.presses("Seal it and keep it").reads("Please choose 10 characters or more.").axe()
    noor.gives("1111111111", "Choose a passphrase").gives("1111111112", "The same once more")
    noor.presses("Seal it and keep it").reads("The two aren’t the same yet.")
    noor.page.get_by_role("checkbox", name="Show what I type").check()
    assert noor.field("Choose a passphrase").get_attribute("type") == "text"
    noor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    noor.page.evaluate("() => navigator.clipboard.writeText('1111111111')")
    noor.field("The same once more").fill("")
    noor.field("The same once more").focus()
    noor.page.keyboard.press("Control+v")
    noor.presses("Seal it and keep it").reads("Your journal is open.", within_s=30)


def test_wrong_passphrases_make_it_slower_and_lose_nothing(writer: Callable[..., Writer]) -> None:
    """Each wrong one waits longer, a reload too; the right one opens all of it."""
    noor = writer().opens_the_journal().puts_down(safe=SAFE).keeps_it().reloads()
    noor.page.clock.install()
    noor.reloads().gives("slow water").presses("Open it")
    noor.reads("This passphrase doesn’t open it. Nothing is lost")
    noor.page.clock.run_for(1_100)
    noor.gives("flat stones").presses("Open it").reads("This passphrase doesn’t open it.")
    noor.reloads().gives(PASSPHRASE).presses("Open it").reads("Let’s take it slowly.").axe()
    noor.page.clock.run_for(2_100)
    noor.opens_it().unfolds_pages().reads(SAFE)


def test_a_forgotten_passphrase_is_told_plainly(writer: Callable[..., Writer]) -> None:
    """Nobody can recover it; beginning anew takes two steps, and the first can be taken back."""
    noor = writer().opens_the_journal().puts_down(safe=SAFE).keeps_it().reloads()
    noor.opens("I don’t remember it").reads("Then nobody can open this journal.")
    noor.presses("Begin anew").reads("It can’t be undone.").axe().presses("Leave it sealed")
    assert "notes" in noor.stored()
    noor.presses("Begin anew").presses("Wipe it and begin anew")
    noor.reads("Nothing is kept. Only this open page remembers")
    assert "notes" not in noor.stored()


def test_another_passphrase_opens_it_from_then_on(writer: Callable[..., Writer]) -> None:
    """The old one is asked for first; afterwards it opens nothing."""
    noor = writer().opens_the_journal().puts_down(safe=SAFE).keeps_it()
    noor.page.locator("summary", has_text="Change the passphrase").click()
    fresh = "another evening, another stone"

    def change(old: str) -> None:
        noor.gives(old).gives(fresh, "The new passphrase").gives(fresh, "The same once more")
        noor.page.get_by_role("button", name="Change the passphrase").click()

    change("not the old one")
    noor.reads("This passphrase doesn’t open it.")
    change(PASSPHRASE)
    noor.reads("From now on the new passphrase opens it.", within_s=30).reloads()
    noor.gives(PASSPHRASE).presses("Open it").reads("This passphrase doesn’t open it.")
    noor.page.wait_for_timeout(1_100)
    noor.opens_it(fresh).unfolds_pages().reads(SAFE)


def test_after_ten_quiet_minutes_it_is_sealed(writer: Callable[..., Writer]) -> None:
    """What stood on the paper is inside, and nothing of it is on the screen."""
    noor = writer()
    noor.page.clock.install()
    noor.opens_the_journal().keeps_it().jots(safe=SAFE)
    noor.page.clock.run_for(9 * 60_000)
    noor.reads("Your journal is open.").jots(helped=HELPED)
    noor.page.clock.run_for(9 * 60_000)
    noor.reads("Your journal is open.")
    noor.page.clock.run_for(2 * 60_000)
    noor.reads("Ten quiet minutes went by").never_read(*CANARIES)
    assert noor.field("What felt safe?").input_value() == ""

    noor.opens_it()
    assert noor.field("What felt safe?").input_value() == SAFE
    assert noor.field("What helped?").input_value() == HELPED


def test_whoever_goes_back_finds_it_sealed(writer: Callable[..., Writer]) -> None:
    """After another page and the Back button nothing is open, whatever the browser kept of it."""
    noor = writer().opens_the_journal().puts_down(safe=SAFE).keeps_it()
    noor.follows("Other support").reads("Someone you trust")
    noor.page.go_back()
    noor.reads("Your journal is here, sealed").never_read(*CANARIES)
    noor.page.evaluate(
        "() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
    )
    noor.never_read(*CANARIES)


def test_leaving_fast_hides_it_and_wipes_it_where_somebody_chose_so(
    writer: Callable[..., Writer],
) -> None:
    """Shift three times: elsewhere. With the setting the device has forgotten all of it as well."""
    noor = writer().goes_to("/other-support").opens_the_journal().puts_down(safe=SAFE).keeps_it()
    for _ in range(3):
        noor.page.keyboard.press("Shift")
    until(lambda: noor.page.title() == "Weather", "the neutral page")
    noor.opens_the_journal().opens_it()
    noor.chooses_to_wipe_on_exit()
    noor.presses("Leave fast")
    until(lambda: noor.page.title() == "Weather", "the neutral page")
    noor.page.go_back()
    until(lambda: noor.page.title() in {"Weather", "Holdspace"}, "nothing of the journal")

    noor.opens_the_journal().reads("Nothing is kept. Only this open page remembers")
    assert "wipe-on-exit" not in noor.stored()
    assert "notes" not in noor.stored()


def test_leaving_fast_from_any_page_wipes_it_too(writer: Callable[..., Writer]) -> None:
    """The setting holds on the pages that know nothing of the journal."""
    noor = writer().opens_the_journal().puts_down(safe=SAFE).keeps_it(shared="Yes, or I’m not sure")
    noor.chooses_to_wipe_on_exit()
    noor.follows("Other support").follows("Leave fast")
    until(lambda: noor.page.title() == "Weather", "the neutral page")

    noor.opens_the_journal().reads("Nothing is kept. Only this open page remembers")


def test_two_tabs_lose_nothing(writer: Callable[..., Writer], people: People) -> None:
    """What either wrote is there; a wipe in one is a wipe in both."""
    noor = writer().opens_the_journal().puts_down(safe="written before").keeps_it()
    other = people.beside(noor, Writer).opens_the_journal().opens_it()
    noor.puts_down(safe="by the first tab")
    other.puts_down(safe="by the second tab").jots(helped="a draft of the second")
    noor.puts_down(safe="by the first again").jots(helped="a draft of the first")
    other.page.wait_for_timeout(900)
    other.unfolds_pages().reads("by the first tab", "by the second tab", "by the first again")

    other.presses("Seal and close it")
    noor.presses("Seal and close it").reads("Sealed.").opens_it().unfolds_pages()
    noor.reads("written before", "by the first tab", "by the second tab", "by the first again")
    drafts = {noor.field("What helped?").input_value()}
    noor.page.locator(".paper button[type=submit]").click()
    noor.reads("It’s below, with the other pages.").unfolds_pages()
    drafts.add(noor.field("What helped?").input_value())
    assert drafts == {"a draft of the first", "a draft of the second"}
    other.opens_it()
    noor.opens("Let it all go").presses("Wipe it all now")
    other.reads("The journal was wiped in another tab").no_longer_reads("written before")


def test_two_tabs_that_begin_at_once(writer: Callable[..., Writer], people: People) -> None:
    """The second finds a sealed journal; its words wait, and are inside once it is open."""
    noor = writer().opens_the_journal()
    other = people.beside(noor, Writer).opens_the_journal().puts_down(safe="by the second tab")
    noor.puts_down(safe="by the first tab").keeps_it()
    other.presses("Keep it on this device").page.get_by_label("No, only me").check()
    other.presses("Go on").gives("another passphrase", "Choose a passphrase")
    other.gives("another passphrase", "The same once more").presses("Seal it and keep it")
    other.reads("What you wrote here waits until it’s open.", within_s=30).opens_it()
    other.unfolds_pages().reads("by the first tab", "by the second tab").reloads().opens_it()
    other.unfolds_pages().reads("by the first tab", "by the second tab")


def test_the_journal_with_the_keyboard_alone(writer: Callable[..., Writer]) -> None:
    """Write, keep, seal and open, with Tab, Space and Enter."""
    noor = writer(viewport=PHONE).opens_the_journal()
    keys = noor.page.keyboard
    tabs_to(noor, "What felt safe?")  # type: ignore[arg-type]
    keys.type(SAFE)
    tabs_to(noor, "more steady")  # type: ignore[arg-type]
    keys.press("Space")
    enters(noor, "Put it down").reads("It’s below")  # type: ignore[arg-type]
    enters(noor, "Keep it on this device")  # type: ignore[arg-type]
    keys.press("Space")
    enters(noor, "Go on")  # type: ignore[arg-type]
    keys.type(PASSPHRASE)
    tabs_to(noor, "The same once more")  # type: ignore[arg-type]
    keys.type(PASSPHRASE)
    keys.press("Enter")
    noor.reads("Your journal is open.", within_s=30)
    noor.page.evaluate("() => document.activeElement.blur()")
    enters(noor, "Seal and close it").reads("Sealed.")  # type: ignore[arg-type]
    tabs_to(noor, "Your passphrase")  # type: ignore[arg-type]
    keys.type(PASSPHRASE)
    keys.press("Enter")
    noor.reads("Your journal is open.", within_s=30)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_is_wider_than_the_screen(writer: Callable[..., Writer], size: object) -> None:
    """On a phone and on a desk, with a long word."""
    noor = writer(viewport=size).opens_the_journal().puts_down(safe="Donau" * 30).unfolds_pages()
    for path in ("", "/self-check", "/debrief"):
        if path:
            noor.goes_to(f"/journal{path}").axe().can_leave_fast()
        assert not noor.page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
        assert re.search("Notes", noor.page.title())
