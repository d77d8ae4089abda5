"""Protected persons are found in a text whole and in part, in other spellings, in addresses and names of files."""

import datetime as dt
from importlib.resources import files

import pytest
import yaml

from crossbearing.language.normalise import fold
from crossbearing.places.cues import given_names
from crossbearing.protection.given import can_be_hidden
from crossbearing.protection.key import Key
from crossbearing.protection.persons import Persons
from crossbearing.protection.redacted import redacted
from crossbearing.records import JudgementError, Report, judge


def hidden(text: str, *names: str, keep: tuple[str, ...] = ()) -> str:
    persons = protecting(*names, keep=keep)
    told = persons.redact(text, persons.scope(Report(id="r", text=text, digest=""))).text
    return told.replace(persons.pseudonyms[0], "X")


def protecting(*names: str, keep: tuple[str, ...] = ()) -> Persons:
    protects = judge(
        "protect", by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="asked",
        value={"names": names, "role": "witness", "salt": "s", "keep": keep},
    )
    return Persons([protects], Key(b"k" * 32))


@pytest.mark.parametrize(("name", "text", "shown"), [
    ("Omar Khalil", "Omar Khalil, 31, and his wife. Khalil's shop.", "X, 31, and his wife. X's shop."),
    ("Omar Khalil", "Umar al-Khaleel spoke; Omar wept.", "X spoke; X wept."),
    ("Omar Khalil", "Omar Sharif acted.", "Omar Sharif acted."),
    ("Omar Khalil", "قال عمر خليل إن الخليل", "قال X إن X"),
    ("عمر خليل", "Umar al-Khalil said", "X said"),
    ("Omar Khalil", "http://x.org/omar-khalil.html, @omarkhalil1, omar_khalil.txt", "http://x.org/X.html, @X1, X.txt"),
    ("Omar Khalil", "OMAR KHALIL and KHALIL, Omar", "X and X"),
    ("Omar Khalil", "Omar\nKhalil and O. Khalil and Omar M. Khalil", "X and O. X and X"),
    ("Omar Khalil", "Omar\r\nKhalil; Omar  Khalil; Omar \n\t Khalil; Omar M.  Khalil", "X; X; X; X"),
    ("Omar Khalil", "It was Omar.\n\nKhalil said so", "It was Omar.\n\nX said so"),
    ("Omar Khalil", "عمر \u200fخليل قال", "X قال"),
    ("Omar Khalil", "x.org/%D8%B9%D9%85%D8%B1-%d8%ae%d9%84%d9%8a%d9%84/1 a", "x.org/X/1 a"),
    ("Omar Khalil", "x.org/?q=%4Fmar%20Khalil&r=5%25, 100% Omar", "x.org/?q=X&r=5%25, 100% X"),
    ("Edward Said", "He said that Said said so. Said left.", "He said that X said so. X left."),
    ("Abu Sami", "Abu Sami met Sami. أبو سامي", "X met Sami. X"),
    ("Abdul Rahman Qasim", "Abdelrahman Kassem and عبد الرحمن قاسم; Abd al-Rahman", "X and X; X"),
    ("Dr Rana Odeh", "Dr Odeh and Rana Odeh", "Dr X and X"),
    ("Sana O'Neil", "Sana O’Neil's car", "X's car"),
    ("Олена Коваленко", "Олена Коваленко; Коваленко", "X; X"),
    ("Omar Khalil", "Khalilzad and khaki", "Khalilzad and khaki"),
    ("Huda Rajeh", "هدى راجح قالت. راجح", "X قالت. X"),
    ("هدى راجح", "Huda Rajeh said. Rajeh wept.", "X said. X wept."),
    ("Nabil Mamdouh", "نبيل ممدوح. والممدوح", "X. X"),
    ("Joseph Tannous", "قال جوزيف طنوس", "قال X"),
    ("Amr Darwish", "عمرو درويش هنا", "X هنا"),
    ("Layla Bishara", "Layla Anton Bishara, 40, and Layla", "X, 40, and X"),
    ("Layla Bishara", "Layla bint Anton Bishara; Layla Anton Yusuf Bishara", "X; X"),
    ("Layla Bishara", "Layla (Umm Karim) Bishara and Layla “Lulu” Bishara", "X and X"),
    ("Layla Bishara", "Layla‐Bishara; Layla–Bishara; Layla · Bishara; Layla: Bishara", "X; X; X; X"),
    ("Layla Bishara", "قالت ليلى أنطون بشارة إن", "قالت X إن"),
    ("ليلى بشارة", "Layla Anton Bishara", "X"),
    ("Layla Bishara", "Layla told Bishara. Layla met Anton. Bishara fled.", "X told X. X met Anton. X fled."),
    ("Layla Bishara", "ليلى بعد بشارة", "X بعد X"),
    ("Layla Bishara", "Layla fled. The Bishara house", "Layla fled. The X house"),
    ("Layla Bishara", "Layla, Anton, Bishara", "X, Anton, X"),
    ("Badreddin Kamal", "Badr al-Din Kamal and بدر الدين كمال; Badr Eddine came.", "X and X; X came."),
    ("Badr al-Din Kamal", "Badreddine Kamal said. Kamal", "X said. X"),
    ("Badreddin Kamal", "Badr al-Din Hajjar and بدر الدين حجار", "Badr al-Din Hajjar and بدر الدين حجار"),
    ("Yusra Badreddin", "Badr al-Din and Badr. Din", "X and Badr. Din"),
    ("Yusra Badreddin", "يسرى بدر الدين عن الدين", "X عن الدين"),
    ("Yusra Jarallah", "قالت يسرى جار الله والله", "قالت X والله"),
    ("Hani Abu Rizk", "Hani Aburizk; Abourizk and هاني أبو رزق", "X; X and X"),
    ("Hani Abu Said", "Hani Abu Said was abused. Abusers abound", "X was abused. Abusers abound"),
    ("Samih Abderrahim", "Abd al-Rahim, عبد الرحيم and Abdul Karim", "X, X and Abdul Karim"),
    ("Hope Field", "hope field spoke of hope in a field", "X spoke of hope in a field"),
    ("Badr al-Din Kamal", "Badral fled. @badraldinkamal", "Badral fled. @X"),
    ("Sheikh Ali Hassan", "Sheikhali fled. @alihassan, @sheikhalihassan", "Sheikhali fled. @X, @X"),
    ("Sheikh Marwan", "@sheikhmarwan", "@X"),
    ("Omar Khalil", "omar.k@x.org, okhalil@x.org, @khalilo, alkhalil.com", "X.k@x.org, X@x.org, @X, X.com"),
    ("Fares Cohn", "fcohn@x.org and @fcohn, not fcohn", "X@x.org and @X, not fcohn"),
    ("Elvin Nasrallah", "enasrallah@x.org, @nasrallah_elvin, #elvinnasrallah", "X@x.org, @X, #X"),
    ("Diego de la Cruz", "ddelacruz@x.org, @delacruzd", "X@x.org, @X"),
    ("Omar Khalil", "#FreeKhalil #khaleelumar #عمرخليل, d'Omar Khalil, l'Omar", "#FreeX #X #X, d'X, l'X"),
    ("Omar Khalil", "Omar Kha-\nlil and KHA-\r\nLIL of the Khalil-\nowned shop", "X and X of the X-\nowned shop"),
    ("Omar Khalil", "Omar Kha- lil spoke", "X spoke"),
    ("Omar Khalil", "قال ولعمر خليل وبالخليل فلخليل", "قال X"),
    ("Omar Khalil", "@OmarSharif and Omarion; okhalilo", "@OmarSharif and Omarion; okhalilo"),
    ("Edward Said", "@edward_said met them. He said so", "@X met them. He said so"),
    ("أبو سامي", "وأبو سامي ولأبي سامي رأوا أبا سامي", "X رأوا X"),
    ("Abu Sami", "@abusami and abi sami", "@X and X"),
    ("أم كريم", "قالت وأم كريم لأم كريم", "قالت X"),
    ("عبد الرحمن قاسم", "وعبد الرحمن قاسم ولعبد الرحمن", "X"),
    ("Edward Said", "He met edward said. Edward said no.", "He met X. X said no."),
])
def test_a_name_is_hidden_in_the_spellings_that_are_its_own(name, text, shown):
    assert hidden(text, name) == shown


@pytest.mark.parametrize("stretch", [
    "a" * 99_999, "aB" * 9_999, "a-" * 9_999, "123 " * 9_999 + "4567", "0 " * 9_999, "Omar\n" * 3_000, "omar" * 9_999,
])
def test_a_stretch_without_an_end_is_looked_through_in_its_length_and_not_in_its_square(stretch):
    assert hidden(f"Omar Khalil, x@y.example: {stretch} Khalil", "Omar Khalil").endswith(" X")


def test_a_word_that_is_kept_stays_alone_and_goes_with_the_name():
    assert hidden("Omar Homs left Homs.", "Omar Homs", keep=("Homs",)) == "X left Homs."


def test_another_name_of_the_same_person_has_the_same_pseudonym():
    assert hidden("Omar Khalil, called Abu Sami", "Omar Khalil", "Abu Sami") == "X, called X"


@pytest.mark.parametrize("beside", [
    {"outlet": "Huda Rajeh's Notebook"}, {"url": "https://x.example/2011/huda%20rajeh"},
    {"notes": ("it came as Huda Rajeh",)}, {"title": "Huda Rajeh speaks"}, {"id": "huda-rajeh-3"},
])
def test_a_report_is_about_whom_anything_that_stands_beside_its_text_names_whole(beside):
    persons = protecting("Huda Rajeh")
    report = Report(**({"id": "r", "text": "Huda fled, 0944 555 111.", "digest": ""} | beside))
    told = persons.redact(report.text, persons.scope(report)).text
    assert told.replace(persons.pseudonyms[0], "X") == "X fled, X."


@pytest.mark.parametrize("span", [(0, 3), (5, 16), (5, 8), (7, 30), (17, 20)])
def test_a_span_moves_with_its_words_and_takes_in_a_name_that_it_cuts(span):
    text = "Then Omar Khalil left, and others"
    shown = redacted(text, [((5, 16), "Witness-X")])
    start, end = shown.moved(span)
    expected = {
        (0, 3): "The", (5, 16): "Witness-X", (5, 8): "Witness-X", (7, 30): "Witness-X left, and oth", (17, 20): "lef",
    }[span]
    assert shown.text[start:end] == expected


@pytest.mark.parametrize(("name", "known"), [
    ("Umm Samir", True), ("May", True), ("the", False), ("of the", False), ("Dr. al-", False), ("بعد", False),
    ("سمير", True), ("سلام حرب", True), ("حياة عودة", True), ("أم حياة", True), ("حياة", False), ("هذا الذي", False),
    ("ابن عم", False), ("أبو", False), ("Umm", False),
])
def test_words_that_stand_in_every_report_are_no_name(name, known):
    assert can_be_hidden(name) == known


def test_no_arabic_word_that_is_called_no_name_is_a_known_given_name_or_listed_twice():
    raw = files("crossbearing.protection").joinpath("no_names_arabic.yaml").read_text(encoding="utf-8")
    listed = [word for words in yaml.safe_load(raw).values() for word in words.split()]
    assert [word for word in listed if fold(word) in given_names()] == []
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(("name", "text", "shown"), [
    ("+249 91 555 0142", "Call 091 5550142 or +249-91-555-0142 at 5.", "Call X or X at 5."),
    ("0944 123 456", "هاتف ٠٩٤٤ ١٢٣ ٤٥٦ ورقم 0944 123 457", "هاتف X ورقم X"),
    ("Huda Rajeh", "Huda Rajeh, 0944 555 111, fled 01.02.2011 with 1 000 000", "X, X, fled 01.02.2011 with 1 000 000"),
    ("Huda Rajeh", "Kamal Haddad, 0944 555 111, fled", "Kamal Haddad, 0944 555 111, fled"),
    ("Huda Rajeh", "قالت Huda Rajeh على ٠٩٤٤ ٥٥٥ ١١١ و+٩٦٣٩٤٤٥٥٥١١١ إن ١٢ نزحوا", "قالت X على X وX إن ١٢ نزحوا"),
    ("Huda Rajeh", "في ١٠/٦/٢٠١١ ٠٩٤٤٥٥٥١١١ هدى راجح", "في ١٠/٦/٢٠١١ X"),
    ("Huda Rajeh", "Huda Rajeh: 0944 123 456 / 0944 555 111 - 12 fled", "X: X / X - 12 fled"),
    ("Huda Rajeh", "On 10.06.2011 0944 555 111: Huda Rajeh, in 2011 0944555111", "On 10.06.2011 X: X, in 2011 X"),
    ("Huda Rajeh", "Huda Rajeh. 0944 555 111. 12 fled, 0944 555 111 (12)", "X. X. 12 fled, X (12)"),
    ("Huda Rajeh", "Huda Rajeh 0944 123 456 0944 555 111 10.06.2011", "X 10.06.2011"),
    ("Huda Rajeh", "Huda Rajeh 03/123456, 01.02.03.04.05, 011 -\n2234567", "X, X, X"),
    ("Huda Rajeh", "Huda Rajeh 0944_555_111, 0944*555*111, (09 44)·55·51·11", "X, X, X"),
    ("Huda Rajeh", "Huda Rajeh, Tel0944555111, %2B963944555111", "X, TelX, X"),
    ("Huda Rajeh", "Huda Rajeh, 1 000 000 000 and 5.000.000", "X, 1 000 000 000 and 5.000.000"),
    ("Huda Rajeh", "Huda Rajeh, WhatsApp 963944555111 or tel. 944 555 111", "X, WhatsApp X or tel. X"),
    ("Huda Rajeh", "Huda Rajeh, phone number: 2234567, wa.me/963944555111", "X, phone number: X, wa.me/X"),
    ("Huda Rajeh", "هدى راجح، رقم هاتفها ٩٤٤٥٥٥١١١ وهاتف: 2234567", "X، رقم هاتفها X وهاتف: X"),
    ("Huda Rajeh", "Huda Rajeh called 1 200 000 times and recalled 2011", "X called 1 200 000 times and recalled 2011"),
    ("Huda Rajeh 0944 123 456", "Call 0944-123456. Rajeh", "Call X. X"),
    ("0944 123 456", "10.06.2011 0944 123 456, 2011 0944-123456, +963 (0)944/123 456", "10.06.2011 X, 2011 X, X"),
    ("0944 123 456", "At 12.30 963944123456 and 944 123 457 / 0944\n123456", "At 12.30 X and 944 123 457 / X"),
    ("Huda Rajeh", "Huda Rajeh (+963 944 555-111) of r-0123456789abcdef", "X (X) of r-0123456789abcdef"),
])
def test_telephone_numbers_that_were_given_or_stand_by_the_name_are_hidden(name, text, shown):
    assert hidden(text, name) == shown


@pytest.mark.parametrize("name", ["7", "2011", "100000", "100 000", "X", "A. B.", "??"])
def test_what_can_be_found_nowhere_is_no_name_to_protect(name):
    with pytest.raises(JudgementError, match="two letters"):
        judge(
            "protect", by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="asked",
            value={"names": [name], "role": "witness", "salt": "s"},
        )


def test_what_is_hidden_hangs_on_no_text_that_was_seen_before():
    persons = protecting("Omar Khalil")
    persons.redact("Aboukhaleel came.", persons.anywhere)
    assert persons.redact("The shop is Khaleel's.", persons.anywhere).text == f"The shop is {persons.pseudonyms[0]}'s."
