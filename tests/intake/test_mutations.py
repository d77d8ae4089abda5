"""However a file is damaged, it gives reports that can be written out or refusals that can be printed."""

import io
import json

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crossbearing.intake import Received, Refusal
from crossbearing.intake.decode import decode
from crossbearing.intake.html import read_page
from crossbearing.intake.jsonl import read_rows
from crossbearing.intake.plain import read_text

ROWS = (
    b'{"id": "a", "title": "T", "text": "Shells fell on \xd8\xac\xd8\xb3\xd8\xb1.", "published": "2011-06-10"}\n'
    b'{"id": 5, "text": "x\\ud800\\u202ey", "outlet": null, "url": ["u"], "language": "ar"}\r\n'
    b'{"text": "' + "قال شهود".encode("cp1256") + b'", "n": [1e9, {"deep": [[[]]]}]}\n'
)
PAGE = (
    '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>Tanks</title>'
    '<meta property="article:published_time" content="2011-06-10"></head><body><article><h1>Tanks</h1>'
    '<figure><img src="a"><figcaption>Caption ⟪x⟫ <span class="credit">Credit</span></figcaption></figure>'
    "<p>Shells fell on جسر الشغور at dawn.</p><table><tr><td>5</td><td>killed</td></tr></table><ul><li>one</li></ul>"
    '<div class="caption"><p class="caption">Inner</p></div><script>x()</script></article></body></html>'
).encode()
CHUNKS = st.sampled_from([
    b"", b"\x00", b"<", b">", b"</", b"<!--", b"]]>", b"<svg>", b"&#55555;", b"&#0;", b"{", b"}", b"[", b'"', b"\\",
    b"\\ud800", b"\xff\xfe", b"\xef\xbb\xbf", b"\n", b"\r", b"\xc3", b"<figure>", b"<figcaption>", b"</figcaption>",
    b"<div class=caption>", b"charset=utf-16", b"charset=nonsense", b"charset=idna", b"charset=hex",
    "⟪caption⟫".encode(), "⟪end⟫".encode(), b"<table>", b"<p>", b"9" * 50, b"null", b"<base href='//[x'>",
    b"<!DOCTYPE html [<!ENTITY a 'b'>]>",
])


@st.composite
def damaged(draw, original):
    data = bytearray(original)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.sampled_from([0, 0, 1, 2, 7, 60, 500])))
        data[at:to] = draw(st.one_of(CHUNKS, st.binary(max_size=12)))
    return bytes(data)


def check(outcomes):
    for got in outcomes:
        if isinstance(got, Refusal):
            assert str(got).isprintable()
            assert got.reason
            assert got.way_out
            continue
        assert isinstance(got, Received)
        report = got.report
        again = msgspec.json.decode(msgspec.json.encode(report), type=type(report))
        assert again == report
        assert report.id
        assert report.text.strip()
        at = 0
        for passage in report.passages:
            assert at <= passage.start < passage.end <= len(report.text)
            assert report.text[passage.start:passage.end].strip()
            at = passage.end


@settings(max_examples=300, deadline=None)
@given(damaged(ROWS))
def test_damaged_rows_never_raise(data):
    check(read_rows(io.BytesIO(data), "rows.jsonl"))


@settings(max_examples=300, deadline=None)
@given(damaged(PAGE))
def test_damaged_pages_never_raise_and_passages_stay_inside(data):
    check(read_page(io.BytesIO(data), "page.html"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    check(read_text(io.BytesIO(data), "a.txt"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(
    st.sampled_from(["id", "title", "text", "published", "outlet", "url", "language", "x"]),
    st.one_of(st.text(), st.none(), st.integers(), st.floats(), st.lists(st.integers(), max_size=2)),
), max_size=4))
def test_rows_of_any_values_give_one_outcome_each(rows):
    data = "\n".join(json.dumps(row) for row in rows).encode()
    outcomes = list(read_rows(io.BytesIO(data), "rows.jsonl"))
    check(outcomes)
    assert len(outcomes) == max(1, len(rows))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_with_its_mark_comes_back_as_it_was(text, encoding):
    # UTF-16's mark and a NUL are the bytes of UTF-32's mark: nobody could tell them apart.
    assume(not (encoding == "utf-16" and text.startswith("\0")))
    decoded = decode(text.encode(encoding))
    assert decoded is None or decoded.text == text.removeprefix("\ufeff") or encoding == "utf-8"
