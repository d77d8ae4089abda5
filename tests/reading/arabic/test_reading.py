"""Arabic reports as the reader gives them: claims, who says so, how surely, whom, where, when, how many."""

from collections.abc import Callable

import pytest

from crossbearing.records import Claim, Reading

Read = Callable[..., Reading]


def claim_of(reading: Reading, kind: str) -> Claim:
    found = [c for c in reading.claims if c.type == kind]
    assert found, [c.type for c in reading.claims]
    return found[0]


def test_a_report_in_arabic_is_read(read: Read) -> None:
    reading = read("قُتل أربعة خبازين في قصف مدفعي على مدينة حمص يوم الخميس.")
    assert (reading.language, reading.notes) == ("ar", ())
    claim = claim_of(reading, "killing")
    assert claim.where is not None
    assert (claim.where.country, claim.places) == ("SY", ("حمص",))
    assert claim.when is not None
    assert str(claim.when.earliest) == "2011-06-09"
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 4, 4)]
    assert claim.target == ("خبازين",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أغارت مقاتلات على القرية", "airstrike"),
        ("سقطت قذائف على القرية", "shelling"),
        ("فتح الجنود النار على الحشد", "shooting"),
        ("انفجرت عبوة ناسفة في السوق", "explosion"),
        ("اشتبك الجيش مع المسلحين", "clash"),
        ("داهمت الشرطة بيوت الحي", "ground_operation"),
        ("يطوق الجنود البلدة", "siege"),
        ("انتشرت دبابات على الطريق", "troop_movement"),
        ("اعتصم الطلاب في الساحة", "protest"),
        ("نهب مجهولون المتاجر", "unrest"),
        ("احتجزت الشرطة سبعة رجال", "arrest"),
        ("خطف مسلحون مهندسا", "abduction"),
        ("نزحت عائلات القرية", "displacement"),
        ("وزعت الجمعية مساعدات غذائية", "shelter_aid"),
        ("انشق جندي عن الجيش", "defection"),
        ("دمر القصف مئذنة المسجد", "destruction"),
        ("استولى المسلحون على الجسر", "territory_change"),
        ("وقعت الأطراف اتفاق هدنة", "ceasefire_agreement"),
        ("شجبت الوزارة المجزرة", "accuse_condemn"),
        ("ناشد الأهالي المنظمات", "demand"),
        ("رفضت الحكومة المبادرة", "deny_reject"),
        ("استخدم الجنود غاز السارين", "chemical_attack"),
    ],
)
def test_each_of_the_commonest_kinds_is_read(read: Read, text: str, kind: str) -> None:
    assert kind in {c.type for c in read(text + ".").claims}


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("قال طبيب إن ثلاثة رعاة قتلوا قرب إدلب.", ["طبيب"], "medic"),
        ("أفاد مصدر طبي بأن ثلاثة رعاة قتلوا قرب إدلب.", ["مصدر طبي"], "medic"),
        ("قتل ثلاثة رعاة قرب إدلب، بحسب سكان.", ["سكان"], "resident"),
        ("قتل ثلاثة رعاة قرب إدلب، كما ذكر متحدث عسكري.", ["متحدث عسكري"], "military"),
        ("وفقا لناشطين، قتل ثلاثة رعاة قرب إدلب.", ["ناشطين"], "activist"),
        ("الدفاع المدني السوري: مقتل ثلاثة رعاة قرب إدلب", ["الدفاع المدني السوري"], "medic"),
        ("أعلنت وزارة الصحة مقتل ثلاثة رعاة قرب إدلب.", ["وزارة الصحة"], "government"),
    ],
)
def test_who_says_so_is_named_with_its_kind(read: Read, text: str, names: list[str], kind: str) -> None:
    claim = claim_of(read(text), "killing")
    assert [s.name for s in claim.sources] == names
    assert claim.sources[-1].kind == kind
    assert claim.certainty == "reported"


def test_a_chain_runs_from_the_agency_outward(read: Read) -> None:
    claim = claim_of(read("نقلت وكالة رويترز عن شاهد عيان قوله إن جنودا قتلوا راعيا قرب إدلب."), "killing")
    assert [(s.name, s.kind) for s in claim.sources] == [("وكالة رويترز", "agency"), ("شاهد عيان", "witness")]
    told = claim_of(read("قال راع لوكالة رويترز عبر الهاتف إن جنودا قتلوا أخاه قرب إدلب."), "killing")
    assert [s.name for s in told.sources] == ["وكالة رويترز", "راع"]
    assert told.sources[-1].channel == "phone"


def test_a_source_named_once_is_meant_again(read: Read) -> None:
    text = "قالت منظمة العفو الدولية إن جنودا قتلوا راعيا قرب إدلب. وأضافت المنظمة أن ثلاثة بيوت دمرت."
    assert [s.name for s in claim_of(read(text), "destruction").sources] == ["منظمة العفو الدولية"]


def test_what_another_speaker_says_is_not_the_first_ones(read: Read) -> None:
    text = "قال ناشطون إن القصف دمر المخبز، وقالت الشرطة إن مسلحين قتلوا الحارس."
    reading = read(text)
    assert [s.name for s in claim_of(reading, "destruction").sources] == ["ناشطون"]
    assert [s.name for s in claim_of(reading, "killing").sources] == ["الشرطة"]


@pytest.mark.parametrize(
    ("text", "kind", "certainty", "polarity"),
    [
        ("لم تقصف الطائرات المخبز.", "airstrike", "asserted", "negated"),
        ("نفى ضابط أن يكون الجيش قصف المخبز.", "shelling", "denied", "affirmed"),
        ("ستقصف الطائرات المخبز غدا.", "airstrike", "feared_predicted", "affirmed"),
        ("سوف يقتحم الجيش البلدة.", "ground_operation", "feared_predicted", "affirmed"),
        ("يخشى الأهالي من قصف المخبز.", "shelling", "feared_predicted", "affirmed"),
        ("يزعم الأهالي أن الجيش قصف المخبز.", "shelling", "alleged", "affirmed"),
        ("يشتبه في مقتل الحارس.", "killing", "alleged", "affirmed"),
        ("قد يقتحم الجيش البلدة.", "ground_operation", "hypothetical", "affirmed"),
        ("ربما قتل الحارس.", "killing", "hypothetical", "affirmed"),
        ("طالب الأهالي بوقف القصف على المخبز.", "shelling", "demanded", "affirmed"),
        ("قصف الجيش المخبز.", "shelling", "asserted", "affirmed"),
        ("لا توجد أنباء عن جرحى في القصف على المخبز.", "injury", "asserted", "negated"),
    ],
)
def test_certainty_and_polarity_follow_the_words(
    read: Read, text: str, kind: str, certainty: str, polarity: str
) -> None:
    claim = claim_of(read(text), kind)
    assert (claim.certainty, claim.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("قتل مسلحون ملثمون خمسة بنائين.", ["مسلحون ملثمون"], ["بنائين"]),
        ("قتل خمسة بنائين برصاص مسلحين ملثمين.", ["مسلحين ملثمين"], ["بنائين"]),
        ("إن المسلحين قتلوا خمسة بنائين.", ["المسلحين"], ["بنائين"]),
        ("قُتل خمسة بنائين.", [], ["بنائين"]),
        ("مقتل خمسة بنائين على يد الشرطة.", ["الشرطة"], ["بنائين"]),
    ],
)
def test_who_did_it_to_whom_is_told_by_order_and_particles(
    read: Read, text: str, actor: list[str], target: list[str]
) -> None:
    claim = claim_of(read(text), "killing")
    assert (list(claim.actor), list(claim.target)) == (actor, target)


def test_both_sides_of_a_clash_are_named(read: Read) -> None:
    claim = claim_of(read("اندلعت اشتباكات بين الجيش السوري ومقاتلي المعارضة في حماة."), "clash")
    assert claim.actor == ("الجيش السوري", "مقاتلي المعارضة")


def test_one_is_accused_of_what_is_alleged(read: Read) -> None:
    claim = claim_of(read("اتهم ناشطون الجيش بقصف المخبز في حماة."), "shelling")
    assert (claim.certainty, claim.actor) == ("alleged", ("الجيش",))


def test_a_part_is_told_from_the_whole(read: Read) -> None:
    claim = claim_of(read("قتل 21 شخصا بينهم خمسة أطفال في حماة."), "killing")
    assert [(f.low, f.part_of_whole) for f in claim.figures] == [(21, False), (5, True)]


def test_a_toll_told_twice_in_a_sentence_is_one_claim(read: Read) -> None:
    reading = read("ارتفعت حصيلة قتلى القصف على حماة إلى 31 قتيلا.")
    assert [[f.low for f in c.figures] for c in reading.claims if c.type == "killing"] == [[31]]


def test_a_quarter_no_gazetteer_knows_lies_in_the_town_named_behind_it(read: Read) -> None:
    reading = read("سقطت قذائف على حي الزرنوقة في مدينة حمص.")
    (mention,) = [p for p in reading.places if p.name == "الزرنوقة"]
    assert mention.country == "SY"
    assert (mention.precision_km or 0) > 5
    assert claim_of(reading, "shelling").places == ("الزرنوقة", "حمص")


def test_the_place_of_a_speaker_is_not_where_it_happened(read: Read) -> None:
    claim = claim_of(read("قالت موسكو إن مسلحين قتلوا راعيا في حماة."), "killing")
    assert claim.places == ("حماة",)


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق على ضيفه بثلاثة أهداف وقتل المباراة مبكرا.",
        "افتتح الوزير مدرسة جديدة في حماة وشكر المعلمين.",
        "ارتفعت أسعار القمح في الأسواق العالمية أمس.",
        "يعرض المتحف صورا قديمة للمدينة طوال الصيف.",
    ],
)
def test_peaceful_news_holds_no_violence(read: Read, text: str) -> None:
    violent = {"shelling", "airstrike", "explosion", "clash", "injury", "ground_operation", "siege", "arrest"}
    assert not violent & {c.type for c in read(text).claims}


def test_vowel_signs_and_tatweel_change_nothing_but_offsets(read: Read) -> None:
    bare = read("قصفت الطائرات مدينة حلب فقتلت ثلاثة حراس.")
    signed = read("قَصَفَتِ الطّائراتُ مدينةَ حَلَب فقتلــت ثلاثةَ حرّاس.")
    assert [(c.type, c.certainty, len(c.figures)) for c in bare.claims] == [
        (c.type, c.certainty, len(c.figures)) for c in signed.claims
    ]


@pytest.mark.parametrize("front", ["حلب، 9 حزيران 2011 - ", "حلب، 9 حزيران 2011، ", ""])
def test_a_dateline_hides_no_source(read: Read, front: str) -> None:
    claim = claim_of(read(front + "أعلنت وزارة الصحة مقتل 14 شخصا في غارة على السوق."), "killing")
    assert [link.name for link in claim.sources] == ["وزارة الصحة"]


@pytest.mark.parametrize(("text", "accuser"), [
    ("ونفت قوات الدعم السريع قصف المدينة، واتهمت الجيش السوداني بقصفها بالطيران.", ["قوات الدعم السريع"]),
    ("اتهمت الحكومة الجيش السوداني بقصف المدينة.", ["الحكومة"]),
    ("اتهم سكان الجيش السوداني بقصف المدينة.", ["سكان"]),
    ("اتهم الجيش السوداني بقصف المدينة.", []),
])  # fmt: skip
def test_the_accused_is_whose_deed_it_is_said_to_be_and_no_source(
    read: Read, text: str, accuser: list[str]
) -> None:
    claims = read(text).claims
    deed = next(c for c in claims if c.certainty == "alleged")
    assert (deed.actor, [link.name for link in deed.sources]) == (("الجيش السوداني",), accuser)
    accusing = claim_of(read(text), "accuse_condemn")
    assert (list(accusing.actor), accusing.target) == (accuser, ("الجيش السوداني",))


def test_a_witness_called_so_is_one_source_with_a_name_and_claims_nothing_more(read: Read) -> None:
    claim = read("وقالت ممرضة تدعى سلمى حداد إن تسعة أشخاص قتلوا.").claims[0]
    assert [(link.name, link.named) for link in claim.sources] == [("ممرضة تدعى سلمى حداد", True)]
    assert claim.certainty == "reported"
    signed = read("وقالت ممرضة تُدعى سلمى حداد إن تسعة أشخاص قتلوا.").claims[0]
    assert [(link.name, link.named) for link in signed.sources] == [("ممرضة تُدعى سلمى حداد", True)]
    assert read("يدعي الجيش أن المتمردين قصفوا السوق.").claims[0].certainty == "alleged"
