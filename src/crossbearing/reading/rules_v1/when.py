"""The days that a time means for a claim: a mention's, a total's, those of news that names none, of what came again."""

import datetime as dt
from itertools import pairwise

from spacy.tokens import Span, Token

from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import deed_words, triggers
from crossbearing.records import TimeMention, When

WEEK = dt.timedelta(days=7)


def when_of(mention: TimeMention, *, since: bool = False, day: dt.date | None = None, told: bool = True) -> When:
    """Return a mention's time as the time of a happening.

    `since`: it is the beginning of a span that lasts until the report's day, over which a total runs. What is told as
    having happened (`told`) does not lie after the report: a weekday that does is the one before; a date is no other.
    """
    earliest, latest = mention.earliest, mention.latest
    if since and earliest is not None and day is not None and earliest <= day:
        return When(
            text=mention.text,
            edtf=f"{earliest.isoformat()}/{day.isoformat()}",
            earliest=earliest,
            latest=day,
            cumulative=True,
        )
    if (
        told
        and day is not None
        and earliest is not None
        and latest is not None
        and earliest == latest
        and day < earliest <= day + WEEK
        and not _has_number(mention)
    ):
        earliest = latest = earliest - WEEK
        return When(text=mention.text, edtf=earliest.isoformat(), earliest=earliest, latest=latest)
    return When(text=mention.text, edtf=mention.edtf, earliest=earliest, latest=latest, cumulative=mention.since)


def _has_number(mention: TimeMention) -> bool:
    """Whether a day is told by its number in a month, and not by its name; an hour has a number too."""
    return mention.kind == "DATE" and any(sign.isdigit() for sign in mention.text)


def around(day: dt.date) -> When:
    """Return the time of news that names none: the report's day or the day before."""
    before = day - dt.timedelta(days=1)
    return When(edtf=f"{before.isoformat()}/{day.isoformat()}", earliest=before, latest=day)


def again(first: When | None, day: dt.date | None) -> When | None:
    """Return the time of what happened again: from the day of the first time to that of the report."""
    if first is None or first.earliest is None or day is None or first.earliest > day:
        return None
    return When(edtf=f"{first.earliest.isoformat()}/{day.isoformat()}", earliest=first.earliest, latest=day)


def goes_on(happening: Happening, before: When | None, day: dt.date) -> bool:
    """Whether wounds or aid are told as what goes on while it is said, on `day` or shortly before it, whatever day was
    told of before: "a doctor said that 35 wounded were being treated", "the town is sheltering 900".

    What went on long `before`, or while something else happened, did so then.
    """
    if happening.kind not in GOING_ON or (before is not None and before.latest and day - before.latest > TWO_WEEKS):
        return False
    words = (happening.token, *happening.token.ancestors)
    verb = next((t for t in words if t.pos_ in {"VERB", "AUX"} and t.dep_ != "amod"), happening.token)
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    going = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in helping)
    lasting = going or any(c.lower_ == "being" for c in helping)
    now = any(c.tag_ in {"VBZ", "VBP"} for c in helping) or verb.dep_ == "ccomp"
    then = any(c.lower_ == "had" for c in helping) or any(c.dep_ == "advcl" for c in verb.children)
    return lasting and now and not then


TWO_WEEKS = dt.timedelta(days=14)
GOING_ON = frozenset({"injury", "shelter_aid"})
"""Kinds that last after what brought them about."""


def is_another(trigger: Token) -> bool:
    """Whether a happening is told from the one before it, whose day is not its own: "the next raid", "was hit again".

    So of "the next raid killed two", too; but what happened again "hours later" did so on that day.
    """
    named = trigger if trigger.pos_ in {"NOUN", "PROPN"} else None
    if named is None:
        args = arguments(trigger)
        doers = (*args.subjects, *args.agents)
        named = next((t for t in doers if any(f.part == "nouns" for f in triggers().get(t.lower_, ()))), None)
    words = [c.lower_ for one in (trigger, named) if one is not None for c in one.children if c.dep_ in TELLING_APART]
    return not deed_words()["another"].isdisjoint(words) and not _follows_shortly(trigger.sent)


def _follows_shortly(sentence: Span) -> bool:
    """Whether a sentence tells what came hours or minutes after what was told before it."""
    pairs = pairwise(word.lower_ for word in sentence)
    return any(one in deed_words()["shortly"] and behind in deed_words()["apart"] for one, behind in pairs)


TELLING_APART = frozenset({"det", "amod", "advmod"})
"""Parts of a clause by which a word tells one deed from another."""
