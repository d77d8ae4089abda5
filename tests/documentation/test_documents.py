"""The documents say what the code says."""

import re
import runpy
from pathlib import Path

import pytest

from crossbearing.ontology import kinds, words

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
MADE = runpy.run_path(str(DOCS / "made.py"))

pytestmark = pytest.mark.documentation


@pytest.mark.parametrize("page", [p for p in PAGES if MADE["BLOCK"].search(p.read_text("utf-8"))], ids=lambda p: p.name)
def test_the_made_parts_of_the_documents_are_up_to_date(page):
    text = page.read_text("utf-8")
    assert MADE["renewed"](text) == text, "run `make docs`"


def test_every_maker_is_used():
    used = {name for page in PAGES for _, name, _ in MADE["BLOCK"].findall(page.read_text("utf-8"))}
    assert used == set(MADE["MAKERS"])


def test_the_glossary_has_every_word_of_the_ontology():
    groups = (words().certainties, words().measures, words().natures, words().grades, words().source_kinds, kinds())
    assert [word for group in groups for word in group if f"`{word}`" not in GLOSSARY] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_within_the_documents_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_is_listed_and_has_all_its_parts():
    listed = (DOCS / "decisions/README.md").read_text("utf-8")
    parts = ["## Context", "## Decision", "## Measured", "## Cost and limits", "## Held by"]
    for page in sorted((DOCS / "decisions").glob("0*.md")):
        assert page.name in listed
        assert re.findall(r"(?m)^## .*", page.read_text("utf-8")) == parts
