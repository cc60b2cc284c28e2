"""A journal where the browser says no, in files, on two devices, and for who holds circles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.house import Server
from tests.browser.journals import PASSPHRASE, Writer
from tests.browser.people import until
from tests.browser.rooms import PASSWORD, People

NO_PLACE = {
    "throws": "indexedDB.open = () => { throw new DOMException('', 'SecurityError') }",
    "says no": """indexedDB.open = () => {
      const request = {error: new DOMException("", "UnknownError")}
      setTimeout(() => request.onerror?.())
      return request
    }""",
    "is missing": "Object.defineProperty(window, 'indexedDB', {value: undefined})",
    "is full": """IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError")
    }""",
}
NO_CRYPTO = "Object.defineProperty(crypto, 'subtle', {value: undefined})"
FOREIGN = {
    "no journal": "Dear diary",
    "another's": json.dumps({"format": "other-journal", "v": 1, "pages": []}),
    "a later one": json.dumps({"format": "holdspace-journal", "v": 2, "pages": []}),
    "a list": json.dumps({"format": "holdspace-journal", "v": 1, "pages": {"a": 1}}),
    "a strange page": json.dumps({"format": "holdspace-journal", "v": 1, "pages": [{"id": "x"}]}),
    "nothing": "",
    "null": "null",
}


@pytest.fixture
def writer(people: People) -> Callable[..., Writer]:
    return lambda name="Noor", **how: people.add(Writer, name, **how)


def downloads(one: Writer, button: str) -> str:
    with one.page.expect_download() as downloading:
        one.presses(button)
    path: Path = downloading.value.path()
    return path.read_text()


def brings(one: Writer, text: str, name: str = "notes.json") -> Writer:
    field = one.page.get_by_label("Bring in a file")
    field.set_input_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})
    return one


@pytest.mark.parametrize("how", NO_PLACE)
def test_where_nothing_can_be_stored_nothing_is_lost(
    writer: Callable[..., Writer], how: str
) -> None:
    """The page says so, never keeps anything unsealed, and the words can be downloaded."""
    noor = writer()
    noor.page.add_init_script(NO_PLACE[how])
    noor.opens_the_journal().puts_down(safe="words without a place")
    noor.presses("Keep it on this device")
    noor.page.get_by_label("No, only me").check()
    noor.presses("Go on").gives(PASSPHRASE, "Choose a passphrase")
    noor.gives(PASSPHRASE, "The same once more").presses("Seal it and keep it")
    noor.reads("Nothing was stored. Your words are still here", within_s=30).axe()
    noor.unfolds_pages().reads("words without a place", "Only this open page remembers")
    noor.opens("Download, and bring in")
    assert "words without a place" in downloads(noor, "Download to read")


def test_without_a_secure_connection_nothing_is_kept(writer: Callable[..., Writer]) -> None:
    """The browser can't seal there, so there is no button to keep anything; writing works."""
    noor = writer()
    noor.page.add_init_script(NO_CRYPTO)
    noor.opens_the_journal().reads("This page didn’t come over a secure connection").axe()
    noor.puts_down(safe="words on paper only").opens("Download, and bring in")
    assert noor.button("Keep it on this device").count() == 0
    assert "words on paper only" in downloads(noor, "Download to bring in elsewhere")
    assert "words" not in noor.stored()


def test_storage_that_fills_up_later_is_told(writer: Callable[..., Writer]) -> None:
    """What was stored stays; the newest words are sealed in the page's memory when it is shut."""
    noor = writer().opens_the_journal().puts_down(safe="stored in time").keeps_it()
    noor.page.evaluate(f"() => {{ {NO_PLACE['is full']} }}")
    noor.puts_down(safe="too late for the disk").reads("The newest words aren’t stored.")
    noor.presses("Seal and close it").reads("Your journal is here, sealed")
    noor.never_read("too late for the disk", "stored in time")
    noor.gives(PASSPHRASE).presses("Open it").reads("Seal and close it", within_s=30)
    noor.unfolds_pages().reads("too late for the disk", "stored in time")


def test_a_journal_goes_out_as_a_file_and_comes_in_elsewhere(
    writer: Callable[..., Writer],
) -> None:
    """Readable as text; as JSON it comes in by a preview, once, and nothing of it is lost."""
    noor = writer().opens_the_journal()
    noor.puts_down("less steady", safe="the window seat", unsafe="a door", silence="Water")
    noor.opens("Download, and bring in").axe()
    text = downloads(noor, "Download to read")
    assert "**What felt safe?**\n\nthe window seat" in text
    assert "Which silence? Water" in text
    file = downloads(noor, "Download to bring in elsewhere")

    lee = writer("Lee").opens_the_journal().puts_down(safe="a page of Lee’s")
    lee.opens("Download, and bring in")
    brings(lee, file).reads("In this file: pages 1, keepsakes 0, self-checks 0.")
    lee.reads("Not in your journal yet: 1.").axe().presses("Leave it")
    assert "the window seat" not in lee.page.content()
    brings(lee, file).presses("Bring it in").unfolds_pages()
    lee.reads("the window seat", "a door", "less steady", "Water", "a page of Lee’s")
    brings(lee, file).reads("Not in your journal yet: 0.").presses("Bring it in")
    assert lee.page.locator(".sheet-of-paper").count() == 2


def test_files_that_are_not_ours_change_nothing(writer: Callable[..., Writer]) -> None:
    """A clear sentence each time, and everything as it was."""
    noor = writer().opens_the_journal().puts_down(safe="as it was")
    noor.opens("Download, and bring in")
    for text in FOREIGN.values():
        brings(noor, text).reads("This isn’t a journal file from here. Nothing was changed.")
    brings(noor, "x" * 2_000_001).reads("This file is larger than a journal can be.")
    script = json.dumps(
        {
            "format": "holdspace-journal",
            "v": 1,
            "pages": [
                {
                    "id": "a" * 24,
                    "at": 1,
                    "changed": 1,
                    "safe": "<img src=x onerror=alert(1)>",
                    "support": "<b>x</b>",
                    "after": 7,
                    "__proto__": {"x": 1},
                }
            ],
        }
    )
    brings(noor, script).presses("Bring it in").unfolds_pages()
    noor.reads("<img src=x onerror=alert(1)>", "<b>x</b>", "as it was")


def test_a_file_of_traps_is_a_page_like_any_other(writer: Callable[..., Writer]) -> None:
    """Names that every object answers to, marks of HTML, a day that never comes, and a nest
    without a floor: what is text is shown as text, and can be taken out for good.
    """
    noor = writer().opens_the_journal().keeps_it().opens("Download, and bring in")
    nest = '{"format": "holdspace-journal", "v": 1, "pages": ' + "[" * 400_000 + "]" * 400_000 + "}"
    brings(noor, nest).reads("This isn’t a journal file from here.")
    trap = {"id": "b" * 24, "at": 1, "changed": 8_000_000_000_000_000, "kind": "__proto__"}
    answers = {"constructor": "one", "__proto__": "<svg onload=alert(1)>", "entry.safe": "two"}
    file = {"format": "holdspace-journal", "v": 1, "checks": [{**trap, "answers": answers}]}
    file["kept"] = [{**trap, "id": "c" * 24, "kind": "constructor", "text": "<b>kept</b>"}]
    brings(noor, json.dumps(file)).presses("Bring it in").unfolds_pages()
    noor.reads("constructor", "one", "<svg onload=alert(1)>", "two", "<b>kept</b>")
    assert noor.page.locator("main svg[onload], main b").count() == 0
    other = noor.page.context.new_page()
    other.goto(noor.page.url)
    noor.presses("Take it out").reads("is out.")

    noor.reloads().opens_it().unfolds_pages().never_read("<svg onload=alert(1)>")
    noor.reads("<b>kept</b>")


def test_a_page_can_be_changed_and_taken_out(writer: Callable[..., Writer]) -> None:
    """An unfinished page waits meanwhile; what was taken out can be put back."""
    noor = writer().opens_the_journal().puts_down("more steady", safe="first words").keeps_it()
    noor.jots(helped="unfinished").unfolds_pages().presses("Change this page")
    noor.reads("The page of").jots(safe="better words")
    noor.presses("Keep the change").unfolds_pages().reads("better words", "more steady")
    noor.no_longer_reads("first words")
    assert noor.field("What helped?").input_value() == "unfinished"
    noor.presses("Take it out").reads("is out.").no_longer_reads("better words")
    noor.presses("Put it back").unfolds_pages().reads("better words").reloads().opens_it()
    noor.unfolds_pages().reads("better words").no_longer_reads("first words")
    assert noor.field("What helped?").input_value() == "unfinished"


def test_what_came_up_three_times_becomes_a_question(writer: Callable[..., Writer]) -> None:
    """Never before; with a picture that is told in words, too; and nothing where it was mixed."""
    noor = writer().opens_the_journal()
    for after in ("more steady", "less steady"):
        noor.puts_down(after, silence="Water", support="Quiet company")
    noor.reads("When something has come up three times")
    noor.puts_down("more steady", silence="Water", round="Closing")
    noor.puts_down("more steady", silence="Water", round="Closing")
    noor.puts_down("I can’t tell", support="Quiet company", round="Closing")
    noor.reads("After “Water” you were steadier three of four times.")
    noor.reads("After “Closing” you were steadier two of three times.").axe()
    noor.no_longer_reads("After “Quiet company”")
    picture = noor.page.get_by_role("img", name="four small stones, three of them lit.")
    assert picture.locator(".lit").count() == 3


def test_own_words_from_the_circle_wait_in_the_tab_until_they_are_sealed(
    writer: Callable[..., Writer], server: Server
) -> None:
    """They are offered, kept or let go; nobody else's words can be among them."""
    noor = writer().opens_the_journal()
    noor.page.evaluate(
        """async () => {
          const { keep } = await import("/static/js/journal/keep.js")
          keep({ kind: "belief", text: "A gate is neither a wall nor an open field." })
          keep({ kind: "share", text: "I was tired and I came." })
          keep({ kind: "somebody else's", text: "never" })
          keep({ kind: "share", text: "   " })
        }"""
    )
    noor.reloads().reads("Waiting from the circle,", "I was tired and I came.").axe()
    noor.page.get_by_role("button", name="Let it go").last.click()
    noor.no_longer_reads("I was tired and I came.").presses("Put it with the keepsakes")
    noor.no_longer_reads("Waiting from the circle,").reads("A gate is neither")
    assert "A gate" not in noor.stored()
    noor.keeps_it().opens("Someone steady").presses("No one yet")
    noor.reads("Nothing follows from it.").writes(
        "A name, a place, a sign only you know", "the one with the kettle"
    )
    noor.page.get_by_role("button", name="Put it down").filter(visible=True).click()
    noor.opens("One small step").page.get_by_label("Nothing this week").check()
    noor.page.get_by_role("button", name="Put it down").filter(visible=True).last.click()
    until(lambda: noor.page.locator(".keepsake").count() == 3, "three keepsakes")
    noor.is_sealed_in(server.instance, "A gate is neither", "kettle")
    noor.reloads().opens_it().reads(
        "A gate is neither", "the one with the kettle", "Nothing this week"
    )


def test_before_and_after_holding_a_circle(writer: Callable[..., Writer], server: Server) -> None:
    """Each honest answer leads somewhere; what is written goes into the journal or nowhere."""
    noor = writer().goes_to("/journal/self-check").reads("You keep no journal on this device")
    noor.writes("Am I somewhere within reach of steady?", "not quite today").axe()
    for choice, leads in {
        "Go ahead": "The room is ready when you are.",
        "Make it lighter": "takes half an hour",
        "Share the lead": "A message for somebody who could hold it with you:",
        "Swap": "A message for somebody who could hold it in your place:",
        "Postpone": "A message for your group:",
    }.items():
        noor.page.get_by_label(choice, exact=True).check()
        noor.reads(leads)
    noor.axe().context.grant_permissions(["clipboard-read", "clipboard-write"])
    noor.presses("Copy the message").reads("It’s copied. Nothing was sent.")
    assert "We can’t open" in noor.page.evaluate("() => navigator.clipboard.readText()")
    noor.follows("A page for yourself").reads("A page for yourself").keeps_it()
    for _ in range(2):
        noor.goes_to("/journal/debrief").reads("You keep a journal on this device.")
        noor.writes("Where did I keep a limit well?", "at the door")
        noor.page.get_by_label("drained").check()
        noor.gives(PASSPHRASE).presses("Open it")
        noor.reads("Your journal is open, and these answers can go inside.", within_s=30)
        noor.presses("Keep these answers in my journal").reads("They’re in your journal.")
    noor.reads("You left drained two times in a row.").axe()
    noor.is_sealed_in(server.instance, "at the door", "not quite today", "drained")
    noor.opens_the_journal().opens_it().unfolds_pages().reads("at the door", "It left me drained")


def test_a_sealed_journal_goes_to_another_device_with_an_account(
    writer: Callable[..., Writer], server: Server
) -> None:
    """Sent sealed, opened there by its passphrase; two that differ come together by choice."""

    def signed_in(name: str) -> Writer:
        one = writer(name).goes_to("/sign-in?next=/journal")
        one.writes("E-mail", "ria@example.org").writes("Password", PASSWORD).presses("Sign in")
        return one.reads("A page for yourself")

    laptop = signed_in("laptop").puts_down(safe="on the laptop").keeps_it()
    laptop.opens("Carry it between your devices").reads("There is no copy with your account.")
    laptop.axe().presses("Send a sealed copy").reads("The sealed copy is with your account now.")

    phone = signed_in("phone").reads("A sealed copy is with your account.")
    phone.presses("Bring the copy to this device").reads("Your journal is here, sealed")
    phone.opens_it().unfolds_pages().reads("on the laptop").puts_down(safe="on the phone")
    phone.presses("Send a sealed copy").reads("The sealed copy is with your account now.")

    laptop.puts_down(safe="on the laptop again").expects_a_refusal(409)
    laptop.presses("Send a sealed copy").reads("isn’t the one this device knows").axe()
    laptop.presses("Put both together, by date")
    laptop.gives("not that one", "The passphrase of the other copy")
    laptop.presses("Put both together, by date").reads("This passphrase doesn’t open it.")
    laptop.gives(PASSPHRASE, "The passphrase of the other copy")
    laptop.presses("Put both together, by date").reads("Both are together now", within_s=30)
    laptop.unfolds_pages().reads("on the laptop", "on the phone", "on the laptop again")
    laptop.is_sealed_in(server.instance, "on the laptop", "on the phone", PASSPHRASE)
    phone.is_sealed_in(server.instance, "on the laptop", "on the phone", PASSPHRASE)

    laptop.opens("Let it all go").presses("Wipe it all now")
    laptop.reads("A sealed copy is with your account. Shall it go, too?")
    laptop.presses("Wipe that copy, too").reads("That copy is gone, too.")
    signed_in("tablet").reads("Keep it on this device?").no_longer_reads("A sealed copy is")
