"""Takes the picture of the README from a real rehearsal: `make picture`, beside a `make run`."""

import os
import re
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HOUSE = os.environ.get("HOUSE", "http://127.0.0.1:5000")
TARGET = Path(__file__).resolve().parents[2] / "docs" / "room.png"
PATIENCE_MS = 120_000
AFTER_THE_FADE_MS = 400
# Names are isolated from the sentence around them by characters that nobody sees.
SPACE_FOR_SOMEBODY = re.compile("There’s space for")
SPACE_FOR_CLEO = re.compile("There’s space for .?Cleo")


def main() -> None:
    """docs/room.png shows a circle in which there is space for somebody."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(f"{HOUSE}/rehearsal")
        page.get_by_role("button", name="Open the room").click()
        page.wait_for_url("**/circle/**")
        _lead_to_sharing(page)
        page.get_by_text(SPACE_FOR_CLEO).first.wait_for(timeout=PATIENCE_MS)
        page.wait_for_timeout(AFTER_THE_FADE_MS)
        page.screenshot(path=str(TARGET))
        browser.close()


def _lead_to_sharing(page: Page) -> None:
    """Press the one next step until the space goes round."""
    for _ in range(40):
        if page.get_by_text(SPACE_FOR_SOMEBODY).count():
            return
        primary = page.locator("#desk .button-primary")
        if primary.count() and primary.first.is_visible():
            primary.first.click(timeout=2_000)
        page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
