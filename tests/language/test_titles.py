"""Where the headline in a page's title ends."""

import time

import pytest

from crossbearing.language import end_of_headline
from crossbearing.language.titles import sites


@pytest.mark.parametrize(("headline", "site"), [
    ("Nine die in Marnah", " | The Valley Herald"),
    ("Nine die in Marnah", " - Channel 9 News, Weather"),
    ("Nine die in Marnah", " - WMAR"),
    ("Nine die in Marnah", " - KMAR5 - Marnah, Rasta News on your side"),
    ("Nine die in Marnah", " - FOX 12"),
    ("Nine die in Marnah", " :: valleyherald.com"),
    ("Nine die in Marnah", " - Region - World - Valley Online"),
    ("Nine die in Marnah - mayor", " - Valley Times"),
    ("Nine die in Marnah - mayor", ""),
    ("Nine die in Marnah - State TV", ""),
    ("Nine die in Marnah - WHO", ""),
    ("Valley News - nine die in Marnah", ""),
    ("Two people - a cook and a guard - die in Marnah, news agency says", ""),
    ("Marnah-based News", ""),
    ("| Marnah", ""),
    ("Nine die in Marnah", " - Action 9 News"),
    ("Marnah | Army shells nine farms", ""),
    ("LIVE | Bomb hits market in Marnah", ""),
    ("LIVE | Bomb hits market in Marnah", " | Valley News"),
    ("Marnah | Rasta | 9 hurt in raid", ""),
    ("Blaze", " | Valley News"),
    ("Marnah raid - Two CBS Cameramen Shot In Rasta", ""),
    ("Marnah - Three BBC Drivers Wounded", ""),
    ("Flood - 9 Missing From Weather Station", ""),
    ("Army shells 9 farms - 3 Cooks Flee Daily Raids", ""),
    ("9 hurt in Marnah · 4 Flee Burning Post Office", ""),
    ("Army leaves Marnah - Farmers Return Daily Through Rasta Dirwan Road", ""),
    ("", ""),
])  # fmt: skip
def test_a_headline_ends_before_the_name_of_its_site(headline: str, site: str) -> None:
    assert end_of_headline(headline + site) == len(headline)


def test_every_word_of_a_site_ends_the_headline_before_it() -> None:
    names = [f" - The {word} and {small}" for word in (sites().words | sites().networks) for small in sites().small]
    assert not [name for name in names if end_of_headline(f"Nine die{name}") != len("Nine die")]
    assert not sites().words & sites().networks


def test_a_title_of_nothing_but_spaces_is_read_in_linear_time() -> None:
    begun = time.process_time()
    assert end_of_headline("Nine die" + " " * 200_000 + "x") == 200_009
    assert time.process_time() - begun < 1
