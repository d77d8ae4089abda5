"""Lines of a page that lead to its other stories."""

import pytest

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.reading.rules_v1.page_links import link_spans
from tests.reading.test_reader import read

STORY = "Shells killed nine people in Dirwan on Monday, officials said."
MORE = "The army denied that it had fired on the town."


@pytest.mark.parametrize("link", [
    "READ MORE: Bomb kills 12 in Marnah",
    "Related: Gunmen kidnap three nurses in Marnah",
    "See also: Floods kill four in Marnah in June 2012",
    "Related stories\nBomb kills 12 in Marnah\nPolice arrest 60 in Marnah",
    "• Related: Gunmen kidnap three nurses in Marnah",
    "[Read more: Bomb kills 12 in Marnah]",
    "(See also: Bomb kills 12 in Marnah)",
    "Most read:\n\n1. Five killed in Marnah blast\n2. Mayor shot dead in Marnah",
])
def test_headlines_of_other_stories_tell_nothing_of_this_one(link: str) -> None:
    claims = read(f"{STORY}\n\n{link}\n\n{MORE}").claims
    assert [(c.type, c.places) for c in claims] == [
        ("killing", ("Dirwan",)), ("deny_reject", ("Dirwan",)), ("shooting", ("Dirwan",)),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "Related to the mayor, nine men were killed in Marnah on Monday.",
    "Most read the news: nine men were killed in Marnah on Monday.",
    "Recommended by doctors\n\nNine men were killed in Marnah on Monday.",
    "Related stories\n\nNine men were killed in Marnah on Monday.",
    "In other news: Rebels attacked a mill on Tuesday. Nine men were killed in Marnah.",
    "In other news: nine men were killed in Marnah on Monday.",
    "In other news: rebels attacked a mill on Tuesday.\nNine men were killed in Marnah.",
    "Trending\nThe ministry said on Monday that\nnine men were killed in Marnah near\nthe old mill by shells",
    "Related: The ministry said on Monday that\nnine men were killed in Marnah.",
])
def test_words_that_only_begin_so_lead_nowhere_else(text: str) -> None:
    assert [c.places for c in read(text).claims if c.type == "killing"] == [("Marnah",)]


def test_counts_of_other_stories_are_none_of_this_one() -> None:
    claim = read("RELATED: Nine killed in Dirwan\nFour soldiers died in Marnah.").claims[0]
    assert [f.low for f in claim.figures] == [4]


def test_each_phrase_of_the_data_leads_to_another_story() -> None:
    phrases = load_data("page.yaml")["leading"]
    assert len(phrases) == len(set(phrases))
    assert all(link_spans(f"Nine died.\n{phrase.title()}: Four hurt in Marnah\n") for phrase in phrases)
