"""Takes the picture in the README: the demo's page in a headless browser.

`crossbearing demo && python docs/picture.py crossbearing-demo/page.html` makes it anew.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")


def take(page: Path, picture: Path) -> None:
    """Write what the page shows first, 1360 by 840 pixels, to a PNG file."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        tab = browser.new_page(viewport={"width": 1360, "height": 840}, color_scheme="light")
        tab.goto(page.resolve().as_uri())
        tab.locator(".marker").first.wait_for()
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(__file__).with_name("picture.png"))
