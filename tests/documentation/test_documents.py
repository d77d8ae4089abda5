"""The documents say what the code says."""

import re
import runpy
from pathlib import Path

import click
import pytest

from crossbearing.cli import main
from crossbearing.ontology import kinds, words

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")
MADE = runpy.run_path(str(DOCS / "made.py"))

pytestmark = pytest.mark.documentation


PARTS = [
    pytest.param(part[2], part[0].removeprefix(part[1]).removesuffix(part[3]), id=part[2],
                 marks=pytest.mark.slow if part[2] == "tour" else ())
    for page in PAGES
    for part in MADE["BLOCK"].finditer(page.read_text("utf-8"))
]


@pytest.mark.parametrize(("name", "text"), PARTS)
def test_what_the_documents_take_from_the_code_is_up_to_date(name, text):
    assert MADE["MAKERS"][name]() == text, "run `make docs`"


@pytest.mark.parametrize("verb", main.list_commands(click.Context(main)))
def test_every_verb_shows_an_example_its_exit_codes_and_what_each_option_does(verb):
    command = main.get_command(click.Context(main), verb)
    for each in command.commands.values() if isinstance(command, click.Group) else [command]:
        told = each.get_help(click.Context(each, info_name=verb))
        assert "Example" in told
        assert "Exit codes" in told
        assert [p.name for p in each.params if isinstance(p, click.Option) and not p.help] == []


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
