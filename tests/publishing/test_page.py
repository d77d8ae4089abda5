import base64
import hashlib
import html
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.publishing import page
from crossbearing.publishing.page.data import page_data
from crossbearing.publishing.page.passages import LONGEST_PARAGRAPH, LONGEST_SIDE, browser_offsets, passage
from crossbearing.records import Picture, Report
from tests.publishing.handmade import CLAIMS, HOSTILE, STATE, picture


def written(given: Picture) -> str:
    stream = io.StringIO()
    page.write(given, stream)
    return stream.getvalue()


def parts(text: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", text, re.DOTALL)


def data_of(text: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="picture">(.*?)</script>', text, re.DOTALL)[1])


def policy_of(text: str) -> str:
    return html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])


def test_the_policy_allows_this_script_and_style_and_nothing_else():
    text = written(picture())
    policy = policy_of(text)
    for tag, name in (("script", "script-src"), ("style", "style-src")):
        digest = base64.b64encode(hashlib.sha256(parts(text, tag)[-1].encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_asks_for_nothing_from_elsewhere():
    text = written(picture())
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', text) == []
    assert "@import" not in text
    assert re.findall(r"url\((?!#)", text) == []


def test_the_page_has_no_handler_and_no_style_in_its_markup():
    markup = re.sub(r"(?s)<(script|style)[^>]*>.*?</\1>", "", written(picture()))
    assert re.findall(r"<[^>]*\s(on\w+|style)=", markup) == []


def test_hostile_words_are_data_and_never_markup():
    text = written(picture())
    assert len(parts(text, "script")) == 2
    assert text.count("<script") == 2
    assert "<img" not in text
    assert "\u2028" not in text
    passages = [p["text"] for p in data_of(text)["passages"]]
    assert HOSTILE.text.replace("\ud800", "\ufffd") in passages


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_any_text_reaches_the_browser_word_for_word_and_ends_no_script(words):
    report = Report(id="r", text=words, digest="0", title=words, outlet=words)
    whole = Picture(reports={"r": report}, readings={}, events=())
    text = written(whole)
    assert text.count("</script") == 2
    text.encode()
    clean = re.sub("[\ud800-\udfff]", "\ufffd", words)
    assert data_of(text)["reports"]["r"]["title"] == clean


def test_a_link_that_is_no_web_address_is_not_a_link():
    reports = data_of(written(picture()))["reports"]
    assert reports[HOSTILE.id]["url"] is None
    assert reports["state"]["url"] == STATE.url


def test_the_same_picture_gives_the_same_bytes_in_whatever_order_it_came():
    given = picture()
    turned = Picture(
        reports=dict(reversed(given.reports.items())),
        readings=dict(reversed(given.readings.items())),
        events=given.events,
    )
    assert written(given) == written(turned)


def test_offsets_given_to_the_browser_cut_out_the_same_words():
    data = page_data(picture())
    for claim in CLAIMS:
        shown = data["claims"][claim.id]
        units = data["passages"][shown["passage"]]["text"].encode("utf-16-le", "surrogatepass")
        for name in ("trigger", "evidence"):
            start, end = shown[name]
            text = picture().reports[claim.report].text
            assert units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") == text[slice(*getattr(claim, name))]


@given(st.text(), st.data())
def test_offsets_in_utf16_count_what_lies_before(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert browser_offsets(text)(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="ab \n", max_size=300).map(lambda text: text * 60), st.data())
def test_a_passage_holds_its_evidence_and_never_grows_with_the_report(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    found = passage(text, (start, end))
    assert found.start <= start <= end <= found.end
    assert found.end - found.start <= max(LONGEST_PARAGRAPH, end - start + 2 * LONGEST_SIDE)


def test_a_report_without_claims_is_listed_with_the_reason():
    whole = picture()
    whole.reports["silent"] = Report(id="silent", text="...", digest="9", outlet="A", notes=("language not read",))
    shown = data_of(written(whole))["reports"]["silent"]
    assert shown["claims"] == 0
    assert "language not read" in shown["notes"]


def test_every_event_is_told_of_where_scripts_do_not_run():
    (fallback,) = parts(written(picture()), "noscript")
    assert fallback.count("<tr>") == 1 + len(picture().events)
    assert "&lt;script&gt;alert(2)" in fallback


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_ground_as_wcag_aa_asks(theme):
    style = parts(written(picture()), "style")[0]
    blocks = re.findall(r"(?s):root[^{]*\{([^}]*)\}", style)
    colours = tokens(blocks[0] if theme == "light" else blocks[2])
    inks = ("ink", "soft", "accent", "single", "echoed", "corroborated", "contested", "discounted")
    poor = [
        (ink, ground)
        for ink in inks
        for ground in ("paper", "panel", "tint")
        if contrast(colours[ink], colours[ground]) < 4.5
    ]
    assert poor == []
    assert all(contrast(colours["ink"], colours[mark]) >= 4.5 for mark in ("mark", "mark-strong"))


def test_both_ways_to_dark_are_the_same_dark():
    style = parts(written(picture()), "style")[0]
    _, chosen_by_system, chosen_by_hand = (tokens(b) for b in re.findall(r"(?s):root[^{]*\{([^}]*)\}", style)[:3])
    assert chosen_by_system == chosen_by_hand
