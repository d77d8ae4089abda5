import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect, sync_playwright

from crossbearing.publishing import page
from crossbearing.records import Picture, When
from tests.publishing.handmade import ARABIC, picture

pytestmark = pytest.mark.browser

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("page") / "page.html"
    with out.open("w", encoding="utf-8", newline="") as stream:
        page.write(picture(), stream)
    return out


@pytest.fixture
def opened(browser, file) -> Iterator[Page]:
    """The page, offline; fails the test where it asks for anything, runs a report's script or prints an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, offline=True)
    tab, trouble = context.new_page(), []
    tab.on("console", lambda message: trouble.append(message.text))
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    tab.on(
        "request", lambda request: trouble.append(request.url) if request.url[:5] not in {"file:", "data:"} else None
    )
    tab.goto(file.as_uri())
    yield tab
    assert trouble == []
    assert tab.evaluate("window.pwned") is None
    context.close()


def test_every_event_is_listed_with_its_grade(opened):
    expect(opened.locator(".card")).to_have_count(3)
    expect(opened.locator(".card.contested")).to_contain_text("120 policemen killed")


def test_a_figure_leads_to_the_sentence_it_came_from(opened):
    opened.get_by_role("button", name="120 killed").click()
    window = opened.locator("dialog")
    expect(window).to_be_visible()
    expect(window.locator("mark.number")).to_have_text("120 policemen")
    expect(window.locator(".chain")).to_contain_text("state television")
    opened.keyboard.press("Escape")
    expect(window).to_be_hidden()


def test_hostile_words_are_shown_as_they_are_and_direction_controls_made_visible(opened):
    opened.get_by_role("button", name="<script>alert(2)</script>").click()
    told = opened.locator("#event .told")
    expect(told).to_contain_text("</script><script>window.pwned=1</script>")
    expect(told).to_contain_text("<img src=x onerror=window.pwned=1>")
    expect(told.locator(".control")).to_have_text(["U+202E", "U+2028"])
    assert opened.locator("#event img, #event script").count() == 0


def test_arabic_runs_from_right_to_left_inside_a_page_that_does_not(opened):
    opened.get_by_role("button", name="Army enters Jisr al-Shughur", exact=True).click()
    told = opened.locator("#event .told")
    expect(told).to_have_text(ARABIC.text)
    assert told.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert told.evaluate("node => node.getAttribute('lang')") == "ar"
    assert opened.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert told.evaluate("node => getComputedStyle(node).unicodeBidi") in {"isolate", "plaintext"}


def test_offsets_beyond_the_basic_plane_mark_the_right_words(opened):
    opened.get_by_role("button", name="120 policemen killed").first.click()
    expect(opened.locator("#event mark.trigger").first).to_have_text("killed")
    expect(opened.locator("#event mark.number").first).to_have_text("120 policemen")


def test_contradictions_stand_side_by_side_with_who_says_so(opened):
    opened.get_by_role("button", name="120 policemen killed").first.click()
    row = opened.locator(".contradiction")
    expect(row.locator(".side")).to_have_count(2)
    expect(row.locator(".side").first).to_contain_text("gunmen")
    expect(row.locator(".side").last).to_contain_text("officers")
    row.get_by_role("button", name="Read the words").last.click()
    expect(opened.locator("dialog mark.trigger")).to_have_text("shot dead")


def test_filters_by_grade_kind_text_and_day_narrow_the_list(opened):
    opened.locator("[data-grade=contested]").click()
    expect(opened.locator(".card")).to_have_count(1)
    opened.locator("[data-grade=contested]").click()
    opened.get_by_label("Kind").select_option("ground_operation")
    expect(opened.locator(".card")).to_have_count(2)
    opened.get_by_label("To", exact=True).fill("2011-06-11")
    expect(opened.locator(".card")).to_have_count(1)
    opened.get_by_role("button", name="Show everything").click()
    opened.get_by_role("searchbox").fill("resident phone")
    expect(opened.locator(".card")).to_have_count(1)
    opened.get_by_role("searchbox").fill("nothing of the kind")
    expect(opened.locator("#list")).to_contain_text("No event passes")


def test_arabic_is_found_without_its_vowel_signs_and_hamza(opened):
    opened.get_by_role("searchbox").fill("الاحد")
    expect(opened.locator(".card")).to_have_count(1)


def test_the_page_can_be_used_with_the_keyboard_alone(opened):
    opened.get_by_role("button", name="120 policemen killed").first.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#event-name")).to_be_focused()
    opened.keyboard.press("Escape")
    expect(opened.locator("#overview")).to_be_visible()
    expect(opened.get_by_role("button", name="120 policemen killed").first).to_be_focused()
    opened.locator(".marker").first.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#shown")).to_contain_text("At Jisr al-Shughur")
    opened.locator("#canvas").focus()
    before = opened.locator(".marker").first.get_attribute("transform")
    opened.keyboard.press("ArrowLeft")
    expect(opened.locator(".marker").first).not_to_have_attribute("transform", before)


def test_the_map_moves_under_the_pointer_and_zooms(opened):
    canvas = opened.locator("#canvas").bounding_box()
    scale = opened.locator("#scale-words").inner_text()
    opened.get_by_label("Zoom in").click()
    expect(opened.locator("#scale-words")).not_to_have_text(scale)
    before = opened.locator(".marker").first.get_attribute("transform")
    opened.mouse.move(canvas["x"] + 60, canvas["y"] + 60)
    opened.mouse.down()
    opened.mouse.move(canvas["x"] + 160, canvas["y"] + 120, steps=4)
    opened.mouse.up()
    expect(opened.locator(".marker").first).not_to_have_attribute("transform", before)


def test_an_address_with_an_event_opens_it_and_going_back_leaves_it(opened, file):
    opened.goto(file.as_uri() + "#e-entry")
    expect(opened.locator("#event-name")).to_have_text("Army enters Jisr al-Shughur")
    opened.get_by_role("button", name="120 policemen killed").click()
    opened.go_back()
    expect(opened.locator("#event-name")).to_have_text("Army enters Jisr al-Shughur")


def test_dragging_over_the_time_line_sets_the_days(opened):
    box = opened.locator("#time svg").bounding_box()
    opened.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20)
    opened.mouse.down()
    opened.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 20, steps=4)
    opened.mouse.up()
    expect(opened.locator(".card")).to_have_count(1)
    expect(opened.get_by_label("To", exact=True)).to_have_value("2011-06-12")


@pytest.mark.parametrize("address", ["", "#e-120", "#e-entry", "#e-hostile"])
def test_nothing_is_wider_than_a_phone(opened, file, address):
    opened.set_viewport_size(PHONE)
    opened.goto(file.as_uri() + address)
    opened.reload()
    assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_what_happened_decades_before_is_told_of_and_does_not_crush_the_time_line(browser, tmp_path):
    whole = picture()
    was = dt.date(1983, 5, 1)
    before = replace(whole.events[0], id="e-before", when=When(earliest=was, latest=was))
    out = tmp_path / "page.html"
    with out.open("w", encoding="utf-8", newline="") as stream:
        page.write(replace(whole, events=(*whole.events, before)), stream)
    tab = browser.new_page(viewport={"width": 1280, "height": 860})
    tab.goto(out.as_uri())
    expect(tab.locator("#time")).to_contain_text("1 event outside these days")
    days = tab.locator("#time svg").get_attribute("aria-label")
    assert "2011-06" in days
    assert "1983" not in days
    tab.close()


def test_dark_is_followed_and_can_be_chosen(opened):
    colour = "getComputedStyle(document.body).backgroundColor"
    light = opened.evaluate(colour)
    opened.emulate_media(color_scheme="dark")
    dark = opened.evaluate(colour)
    assert dark != light
    opened.get_by_role("button", name="Switch between light and dark").click()
    assert opened.evaluate(colour) == light


def test_print_leaves_the_controls_out(opened):
    opened.emulate_media(media="print")
    expect(opened.locator(".filters")).to_be_hidden()
    expect(opened.locator(".card").first).to_be_visible()


def test_a_picture_without_events_is_a_page_that_says_so(browser, tmp_path):
    out, trouble = tmp_path / "empty.html", []
    with out.open("w", encoding="utf-8", newline="") as stream:
        page.write(Picture(reports={}, readings={}, events=()), stream)
    tab = browser.new_page()
    tab.on("pageerror", lambda error: trouble.append(str(error)))
    tab.goto(out.as_uri())
    expect(tab.locator("#list")).to_contain_text("There are no events")
    tab.locator("#closer").click()
    assert trouble == []
    tab.close()


def test_without_its_script_the_page_still_tells_every_event(browser, file):
    context = browser.new_context(java_script_enabled=False, offline=True)
    tab = context.new_page()
    tab.goto(file.as_uri())
    expect(tab.locator("noscript tbody tr")).to_have_count(3)
    context.close()
