import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.language import sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "told",
    [
        ["سقطت قذائف على السوق.", "قتل ثلاثة أشخاص."],
        ["هل انسحب الجيش؟", "لا أحد يعرف!", "الطريق مقطوع."],
        ["قال ناشط: «لم ننم الليلة.»", "ثم انقطع الاتصال."],
        ["وصل د. سامر إلى المشفى.", "كان متعبا."],
        ["نزح نحو 3.5 آلاف شخص، بينهم أطفال؛ ووصل بعضهم إلى الحدود.", "المخيم ممتلئ."],
        ["عنوان بلا نقطة", "نص الخبر هنا."],
        ["Shells fell on the market.", "Three people died."],
        ["Gen. Haddad spoke to J. Smith in Homs.", "He left."],
        ["The council passed No. 9 and nos. 10 to 12.", "He said no.", "Then they left."],
        ["قال المتحدث إن BBC نقلت الخبر.", "The report was short."],
        ["الرصاص لم يتوقف…", "ثم هدأ كل شيء."],
    ],
)
def test_sentences_are_split_where_they_end(told):
    separator = "\n\n" if told[0][-1].isalpha() else " "
    assert sentences(separator.join(told)) == told


def test_items_of_a_list_are_sentences():
    told = ["أخبار اليوم", "- قصف على البلدة", "- نزوح العشرات"]
    assert sentences("\n".join(told)) == told


def test_wrapped_lines_are_one_sentence():
    assert len(sentences("سقطت قذائف\nعلى السوق.")) == 1


@given(st.text() | st.text(st.sampled_from("اب. \n؟!…«»\"')d1-")))
def test_sentences_lie_in_order_and_lose_nothing_but_space(text):
    spans = sentence_spans(text)
    covered = 0
    for start, end in spans:
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()
