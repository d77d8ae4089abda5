"""Each format, from real files made here."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from crossbearing.intake import Received, Refusal, receive, take_in
from crossbearing.intake.divisions import names, names_a_frame
from crossbearing.intake.formats import signatures
from crossbearing.records import Report

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Tanks ring town | Border Herald</title>
<meta property="og:title" content="Tanks ring town"><meta property="og:site_name" content="Border Herald">
<meta property="article:published_time" content="2011-06-10T23:30:00-05:00">
<link rel="canonical" href="https://herald.example/tanks">
<script>document.write("4000 killed")</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Tanks ring town</h1>
<figure><img src="bus.jpg"><figcaption>Children in a bus near Yayladağı. <span class="credit">K. Hand/Agency</span>
</figcaption></figure><p>Residents said on Friday that at least 40 tanks had come to the northern edge of the town.</p>
<h2>Across the river</h2><p>“We are leaving,” said one man. More than 300 had crossed by noon, an official said.</p>
<div class="wp-caption"><img src="post.jpg"><p class="wp-caption-text">Soldiers at a checkpoint.</p></div>
</article><aside><figure><img src="c.jpg"><figcaption>Another story</figcaption></figure></aside>
<footer>© 2014 Border Herald</footer></body></html>"""

ARABIC = "قالت لجان التنسيق المحلية إن قوات الجيش دخلت مدينة جسر الشغور صباح الأحد، وفر السكان نحو الحدود."


def one_report(path: Path) -> Report:
    [got] = take_in(path)
    assert isinstance(got, Report), got
    return got


def one_refusal(path: Path) -> Refusal:
    [got] = take_in(path)
    assert isinstance(got, Refusal), got
    return got


def test_plain_text_is_taken_verbatim_line_ends_and_all(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"Shells fell.\r\n\r\n  Two  houses burned.\n")
    report = one_report(file)
    assert report.text == "Shells fell.\r\n\r\n  Two  houses burned.\n"
    assert report.digest == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(("text", "encoding"), [
    (ARABIC, "utf-8"), (ARABIC, "utf-8-sig"), (ARABIC, "utf-16"), (ARABIC, "utf-16-le"), (ARABIC, "utf-16-be"),
    (ARABIC, "utf-32"), (ARABIC, "cp1256"), (ARABIC, "iso8859_6"), ("قال شهود", "cp1256"), ("قال شهود", "iso8859_6"),
    ("Les réfugiés ont été accueillis à la frontière dès l’aube.", "cp1252"),
    ("The café was shut at dawn, a man said.", "cp1252"),
    ("Yayladağı'ndaki çadır kente yüzlerce Suriyeli yerleştirildi; sayının artması bekleniyor.", "cp1254"),
    ("Жители сообщили, что войска вошли в город на рассвете.", "cp1251"),
    ("Жители сообщили, что войска вошли в город на рассвете.", "koi8_r"),
    ("“We fled at dawn” – said one resident’s son; the tanks moved in…", "cp1252"),
])
def test_no_encoding_becomes_gibberish(tmp_path, text, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert one_report(file).text == text


@pytest.mark.parametrize("charset", ["utf-8", "cp1254", "iso-8859-9"])
def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path, charset):
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.format(charset=charset).encode(charset.replace("iso-8859-9", "cp1254")))
    report = one_report(file)
    assert report.title == "Tanks ring town"
    assert report.published == dt.date(2011, 6, 10)
    assert (report.outlet, report.url) == ("Border Herald", "https://herald.example/tanks")
    assert "“We are leaving,” said one man." in report.text
    for elsewhere in ("4000", "Home", "Another story", "2014"):
        assert elsewhere not in report.text


def test_captions_credits_and_headlines_are_kept_as_such(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    report = one_report(file)
    assert [(p.kind, report.text[p.start:p.end]) for p in report.passages] == [
        ("headline", "Tanks ring town"),
        ("caption", "Children in a bus near Yayladağı."),
        ("credit", "K. Hand/Agency"),
        ("headline", "Across the river"),
        ("caption", "Soldiers at a checkpoint."),
    ]


def test_a_page_without_a_date_has_none_even_with_a_year_in_its_footer(tmp_path):
    file = tmp_path / "page.html"
    declared = '<meta property="article:published_time" content="2011-06-10T23:30:00-05:00">'
    file.write_text(PAGE.format(charset="utf-8").replace(declared, ""), encoding="utf-8")
    assert one_report(file).published is None


def test_marks_of_our_own_in_a_page_are_no_captions(tmp_path):
    file = tmp_path / "page.html"
    forged = "⟪caption⟫Residents said on Friday⟪end⟫"
    page = PAGE.format(charset="utf-8").replace("Residents said on Friday", forged)
    file.write_text(page, encoding="utf-8")
    report = one_report(file)
    assert [p.kind for p in report.passages].count("caption") == 2
    assert "Residents said on Friday" in report.text


@pytest.mark.parametrize("box", ["", ' class="site-nav-open"'])
def test_a_page_of_plain_divisions_is_parted_and_its_frame_left_out(box, tmp_path):
    file = tmp_path / "plain.html"
    file.write_text(f"""<title>Shells on the mill</title><body{box}><div{box}><div id="cookie-note">We use cookies</div>
<div class="top nav"><a>World</a> <a>90 killed elsewhere, rebels say</a></div><div class="story">
<div>Shells killed <b>three</b> people at the mill of Old Harran on Monday, its owner said.</div>
<div>The ministry denied that it had fired.</div></div>
<div class="most-read">1. Ten dead in another land</div><div id="sideBar2">Nine dead in a third</div></div></body>""",
encoding="utf-8")
    assert one_report(file).text.split("\n\n") == [
        "Shells killed three people at the mill of Old Harran on Monday, its owner said.",
        "The ministry denied that it had fired.",
    ]


@pytest.mark.parametrize("name", ["content no-sidebar", "story has-banner", "main nav-enabled", "navigable"])
def test_the_box_of_a_story_that_names_a_frame_it_lacks_or_stands_beside_is_kept(name, tmp_path):
    file = tmp_path / "plain.html"
    others = "".join(f"<div>Another story of this week, number {n}, told at some length here.</div>" for n in range(9))
    file.write_text(f"""<title>Shells on the mill</title><body><div class="{name}"><div>Shells killed three people
at the mill of Old Harran on Monday.</div><div>The ministry denied that it had fired.</div></div>
{others}</body>""", "utf-8")
    assert "Shells killed three people" in one_report(file).text


def test_names_of_frames_are_in_small_letters_and_of_two_words_at_most():
    told = names()
    assert told.frames.isdisjoint(told.states)
    assert all(len(name.split()) < 3 for name in told.frames)
    assert all(names_a_frame(name.replace(" ", "-")) for name in told.frames)
    assert not any(names_a_frame(f"{state}-{name}") for state in told.states for name in told.frames)


def test_a_page_nested_beyond_every_bound_still_gives_its_words(tmp_path):
    file = tmp_path / "deep.html"
    file.write_text("<html><body>" + "<div>" * 20_000 + "Shells fell." + "</div>" * 20_000, encoding="utf-8")
    report = one_report(file)
    assert report.text == "Shells fell."
    assert any("all visible text" in note for note in report.notes)


def test_a_page_with_nothing_but_script_is_refused(tmp_path):
    file = tmp_path / "app.html"
    file.write_text("<html><script>render('killed')</script><body></body></html>", encoding="utf-8")
    assert "no visible text" in one_refusal(file).reason


def test_a_page_saved_as_txt_is_still_a_page(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    assert one_report(file).format == "html"


def test_rows_keep_text_and_id_verbatim(tmp_path):
    file = tmp_path / "rows.jsonl"
    text = "  Shells\tfell.\u202e\n\nمساء  "
    rows = [
        {"id": " 7/a ", "title": "T", "text": text, "published": "2011-06-10T08:00:00Z", "outlet": "O", "url": "u",
         "language": "en", "unknown": [1]},
        {"text": "No more than this."},
    ]
    raw = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
    file.write_bytes(b"\n".join(raw))
    first, second = receive(file)
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.report.id, first.report.text, first.report.published) == (" 7/a ", text, dt.date(2011, 6, 10))
    assert first.report.notes == ("1 direction mark kept",)
    assert first.original == raw[0]
    assert first.report.digest == hashlib.sha256(raw[0]).hexdigest()
    assert second.report.id.startswith("r-")
    assert (second.line, second.report.published) == (2, None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1256"])
def test_rows_are_read_in_any_encoding(tmp_path, encoding):
    file = tmp_path / "rows.jsonl"
    row = json.dumps({"id": "a", "text": ARABIC}, ensure_ascii=False)
    second = row.replace('"a"', '"b"')
    file.write_bytes(f"{row}\r\n{second}\r\n".encode(encoding))
    reports = list(take_in(file))
    assert [(r.id, r.text) for r in reports if isinstance(r, Report)] == [("a", ARABIC), ("b", ARABIC)]


@pytest.mark.parametrize(("row", "reason"), [
    (b'{"text": "cut off', "broken JSON at column 10"),
    (b'{"title": "only"}', "no `text`"),
    (b'{"text": 5}', "not text"),
    (b'{"text": {"a": 1}}', "not text"),
    (b'{"text": " \\n "}', "empty"),
    (b'"Shells fell."', "no JSON object"),
    (b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    (b"\x00\x01\x02\xff\xfe\x80" * 9, "no text in any encoding"),
])
def test_a_broken_row_is_refused_with_its_number_and_the_others_go_on(tmp_path, row, reason):
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b'{"id": "1", "text": "One."}\n\n' + row + b'\n{"id": "4", "text": "Four."}\n')
    first, refusal, last = take_in(file)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert (first.id, last.id) == ("1", "4")
    assert isinstance(refusal, Refusal)
    assert refusal.line == 3
    assert reason in refusal.reason


@pytest.mark.parametrize(("row", "text", "note"), [
    (rb'{"text": "a\ud800b"}', "a\ufffdb", "1 broken surrogate replaced by U+FFFD"),
    (rb'{"text": "a\ud83d\ude00b"}', "a\U0001f600b", None),
    (rb'{"text": "a\u0000b"}', "a\x00b", "1 control character kept"),
    (b'{"text": "a", "published": "06/10/2011"}', "a", "`published` is no date"),
    (b'{"text": "a", "published": 20110610}', "a", "`published` is no date"),
    (b'{"text": "a", "outlet": 5}', "a", "`outlet` is not text"),
    (b'{"text": "a", "n": ' + b"9" * 10_000 + b"}", "a", None),
    (b'{"text": "a", "n": 1e999999}', "a", None),
])
def test_an_odd_row_is_kept_and_says_what_is_odd(tmp_path, row, text, note):
    file = tmp_path / "rows.jsonl"
    file.write_bytes(row)
    report = one_report(file)
    assert report.text == text
    assert [n.startswith(note) for n in report.notes] == [True] if note else report.notes == ()


def test_a_number_as_id_is_echoed_as_written(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b'{"id": 0017e2, "text": "a"}\n{"id": 17, "text": "a"}')
    refusal, report = take_in(file)
    assert isinstance(refusal, Refusal)
    assert isinstance(report, Report)
    assert report.id == "17"


@pytest.mark.parametrize("document", ['[\n{"text": "a"},\n{"text": "b"}\n]', '{\n"text": "a"\n}', '[{"text": "a"}]'])
def test_one_json_document_is_told_from_rows_once(tmp_path, document):
    file = tmp_path / "reports.json"
    file.write_text(document, encoding="utf-8")
    assert "jq" in one_refusal(file).way_out


def test_every_signature_is_refused_under_any_suffix(tmp_path):
    for signature in signatures():
        file = tmp_path / "report.txt"
        file.write_bytes(bytes.fromhex(signature.starts) + b" and so on")
        assert signature.name in one_refusal(file).reason


def test_no_signature_hides_another():
    starts = [bytes.fromhex(signature.starts) for signature in signatures()]
    for at, start in enumerate(starts):
        assert not any(start.startswith(earlier) for earlier in starts[:at])
