"""Clauses of Arabic reports: where one phrase ends and the next begins, whom a count counts, what is negated."""

from collections.abc import Callable

import pytest

from crossbearing.records import Claim, Reading

Read = Callable[..., Reading]


def claim_of(reading: Reading, kind: str) -> Claim:
    return next(c for c in reading.claims if c.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("اغتال مسلحون قاضيا في حماة.", "killing", ["مسلحون"], ["قاضيا"]),
        ("أحرق محتجون مقر الشركة.", "unrest", ["محتجون"], ["مقر الشركة"]),
        ("لقي تسعة بنائين مصرعهم في حماة.", "killing", [], ["بنائين"]),
        ("لقي 12 شخصا مصرعهم في حماة.", "killing", [], ["شخصا"]),
        ("قضى الجيش على تسعة متمردين في حماة.", "killing", ["الجيش"], ["متمردين"]),
        ("قضى تسعة بنائين على الأقل في حماة.", "killing", [], ["بنائين"]),
        ("قتلت امرأة وطفلاها في حماة.", "killing", [], ["امرأة", "طفلاها"]),
        ("تعرض المخبز لقصف عنيف.", "shelling", [], ["المخبز"]),
        ("أسفر القصف عن سقوط جرحى.", "shelling", [], []),
        ("أجبر القصف عائلات على ترك حماة.", "displacement", [], ["عائلات"]),
        ("خرج آلاف المتظاهرين في حماة.", "protest", ["المتظاهرين"], []),
        ("احتجز مسلحون رهائن في مخبز.", "abduction", ["مسلحون"], ["رهائن"]),
        ("قال ناشط إن ستة مقاتلين قتلوا في اشتباكات مع الجيش.", "clash", ["مقاتلين", "الجيش"], []),
        ("فجر انتحاري نفسه في حماة.", "explosion", ["انتحاري"], []),
    ],
)
def test_the_phrases_of_a_clause_are_told_apart(
    read: Read, text: str, kind: str, actor: list[str], target: list[str]
) -> None:
    claims = [c for c in read(text).claims if c.type == kind]
    assert [(list(c.actor), list(c.target)) for c in claims] == [(actor, target)]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("قتل 4 من عناصر الشرطة في هجوم في حماة تبنته جماعة مسلحة.", [("killed", 4, 4)]),
        ("قتل جنديان وأصيب ثالث في حماة.", [("killed", 2, 2), ("injured", 1, 1)]),
        ("عثر الأهالي على مقبرة جماعية تضم رفات ثلاثين شخصا.", [("killed", 30, 30)]),
    ],
)
def test_whom_a_number_counts_is_seen(read: Read, text: str, toll: list[tuple[str, int, int]]) -> None:
    figures = [f for c in read(text).claims for f in c.figures if f.measure in {"killed", "injured"}]
    assert [(f.measure, f.low, f.high) for f in figures] == toll


def test_a_count_since_the_beginning_of_a_war_is_no_toll_of_the_day(read: Read) -> None:
    claim = claim_of(read("بلغ عدد القتلى منذ بداية الحرب أكثر من 9 آلاف شخص."), "killing")
    assert claim.when is not None
    assert claim.when.is_of_whole_conflict("killing")


def test_what_did_not_lead_to_dead_happened(read: Read) -> None:
    reading = read("لم يسفر القصف عن سقوط ضحايا.")
    assert [(c.type, c.polarity) for c in reading.claims] == [("shelling", "affirmed"), ("killing", "negated")]
    assert claim_of(read("لم تشارك الطائرات في القصف."), "airstrike").polarity == "negated"


def test_a_truce_that_is_called_for_is_demanded(read: Read) -> None:
    assert claim_of(read("دعا مجلس الأمن إلى وقف فوري لإطلاق النار."), "ceasefire_agreement").certainty == "demanded"


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("أعلنت الجمعية الزراعية انتشال تسع جثث.", "killing", ("الجمعية الزراعية", "ngo")),
        ("اتهمت المعارضة النظام باستخدام غاز الكلور.", "chemical_attack", ("المعارضة", "activist")),
        ("أعلنت روسيا مقتل تسعة جنود.", "killing", ("روسيا", "government")),
        ('قال الناشط أبو سالم عبر سكايب: "قصفت الدبابات المخبز".', "shelling", ("الناشط أبو سالم", "activist")),
    ],
)
def test_a_source_ends_where_what_it_tells_begins(read: Read, text: str, kind: str, source: tuple[str, str]) -> None:
    assert [(s.name, s.kind) for s in claim_of(read(text), kind).sources] == [source]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("قتل ثلاثة رعاة في تدمر.", "تدمر", "SY"),
        ("قتل ثلاثة رعاة في معرة النعمان.", "معرة النعمان", "SY"),
        ("قتل ثلاثة رعاة في كابول.", "كابول", "AF"),
        ("فر رعاة من القتال في الفلوجة نحو بغداد.", "الفلوجة", "IQ"),
    ],
)
def test_towns_are_known_behind_a_preposition(read: Read, text: str, place: str, country: str) -> None:
    claim = read(text).claims[0]
    assert claim.where is not None
    assert (claim.places, claim.where.country) == ((place,), country)
