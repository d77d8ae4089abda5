"""Which language a text is in."""

import pytest

from crossbearing.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Residents fled the town as tanks moved in on Thursday night.", "en"),
        ("قال ناشطون إن قوات الجيش دخلت البلدة صباح الجمعة", "ar"),
        ("Les habitants ont fui la ville quand les chars sont entrés jeudi soir.", "fr"),
        ("Türkiye sınırda iki kamp daha kuruyor, dedi yetkililer.", "tr"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert identify(text) == language


def test_telegraphic_english_is_english() -> None:
    headline = "Strikes kill 19 villagers in hill town monitor"
    text = f"{headline}\n\n{headline} Sunday 5 Jun 2011"
    assert identify(text) == "en"


def test_too_few_letters_tell_nothing() -> None:
    assert identify("12:40 +963") is None


def test_an_english_frame_hides_no_story_in_another_language() -> None:
    frame = "Read more of our news on politics, sport and the weather, and subscribe to our letter. " * 14
    story = "Die Bewohner flohen aus der Stadt, als am Donnerstag die Panzer einrückten. "
    assert identify(frame + story * 60) == "de"
    assert identify(frame + story * 40 + frame) == "de"


def test_what_comes_late_in_a_text_tells_its_language_where_the_beginning_does_not() -> None:
    assert identify("12:40 +963\n" * 200 + "Residents fled the town as tanks moved in on Thursday night.") == "en"
