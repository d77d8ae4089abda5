"""Finds and resolves all place names of one parsed text."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.places.context import Name, gather_names, with_provinces
from crossbearing.places.cues import cues
from crossbearing.places.entry import Candidate, NameRank, Place
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.given import names_given
from crossbearing.places.hints import hinted_countries
from crossbearing.places.names import name_key
from crossbearing.places.namesakes import without_namesakes
from crossbearing.places.recognise import Found, IsBody, no_body, recognise
from crossbearing.places.resolve import resolve
from crossbearing.places.surroundings import Choice, Surroundings
from crossbearing.places.text import Text, pieces
from crossbearing.places.unknown import Placed, one_name, place_unknown
from crossbearing.places.why import why
from crossbearing.records import PlaceMention, Span

ALTERNATIVES = 3
BEFORE_TOWNS = ("NOUN", "PROPN", "ADJ", "DET", "ADP")
"""Parts of speech behind which a capital's name is no subject by itself ("shelling of the capital X killed")."""


def find_places(
    doc: Doc, gazetteer: Gazetteer, *, home_country: str | None = None, known: Sequence[PlaceMention] = (),
    is_body: IsBody = no_body,
) -> tuple[PlaceMention, ...]:
    """Recognise and resolve every place name of a text, in the order of the text; none overlaps another.

    `doc` is what `crossbearing.language.parse` made of the text. `home_country` is the ISO code of the country that the
    outlet writes in, `known` are the places of the same report's other text (its title, or for a title its text): a
    name means in both the same. `is_body` tells of a name that no gazetteer knows whether it is known as a party's or
    an agency's; then it is no place.
    """
    text = pieces(doc)
    found = recognise(text, gazetteer, _about(known, home_country), is_body)
    return _resolved(doc, text, found, gazetteer, home_country, known)


def resolve_given(
    doc: Doc, spans: Sequence[Span], gazetteer: Gazetteer, *, home_country: str | None = None,
) -> tuple[PlaceMention, ...]:
    """Resolve the place names at the given spans of a text, in its order, whatever else may stand there.

    A span that touches no word, or a word that an earlier span took, is left out.
    """
    text = pieces(doc)
    found = names_given(text, spans, gazetteer, _about((), home_country))
    return _resolved(doc, text, found, gazetteer, home_country, (), given=True)


def _resolved(
    doc: Doc, text: Text, found: list[Found], gazetteer: Gazetteer, home_country: str | None,
    known: Sequence[PlaceMention], *, given: bool = False,
) -> tuple[PlaceMention, ...]:
    names = gather_names(text, found)
    for name in names:
        name.candidates = with_provinces(name, gazetteer)
        name.candidates = without_namesakes(name)
    settled = _settled(known, gazetteer, names)
    hints = hinted_countries(text, home_country)
    everything = [*names, *settled]
    all_choices = resolve(everything, hints)
    choices = all_choices[: len(names)]
    now = Surroundings(everything, all_choices)
    nil = one_name(names, choices)
    placed = place_unknown(text, found, names, choices, known=given)
    out: list[tuple[int, PlaceMention]] = []
    for number, (name, choice) in enumerate(zip(names, choices, strict=True)):
        reason = why(everything, number, all_choices, now, hints)
        for i in name.found:
            if choice.place is None:
                same = next((placed[n] for n in nil if n in placed and nil[n] == nil[number]), None)
                mention = _unknown(text, found[i], name, nil[number], placed.get(number) or same)
            else:
                mention = _mention(doc, text, found[i], choice, reason)
            out.append((i, mention))
    return tuple(mention for _, mention in sorted(out, key=lambda x: x[0]))


def _about(known: Sequence[PlaceMention], home_country: str | None) -> tuple[str, ...]:
    codes = [home_country, *(mention.country for mention in known)]
    return tuple(dict.fromkeys(code for code in codes if code))


def _settled(known: Sequence[PlaceMention], gazetteer: Gazetteer, names: list[Name]) -> list[Name]:
    """The report's other places as names with one candidate; the same name in this text has that candidate alone."""
    places: dict[str, Place] = {}
    for mention in known:
        known_here = mention.place_id and not mention.place_id.startswith("nil:")
        place = gazetteer.place(mention.place_id or "") if known_here else None
        if place is not None:
            places.setdefault(name_key(mention.text), place)
    for name in names:
        place = places.get(name.key)
        if place is not None and not name.inside:
            name.candidates = tuple(c for c in name.candidates if c.place.place_id == place.place_id) or name.candidates
    return [Name(key, (Candidate(place, NameRank.MAIN),), [], set(), set()) for key, place in places.items()]


def _surface(text: Text, one: Found) -> tuple[int, int, str]:
    start, end = text.start[one.segment.first], text.end[one.segment.last - 1]
    return start, end, text.text[start:end]


def _unknown(text: Text, one: Found, name: Name, nil: str, placed: Placed | None) -> PlaceMention:
    """A name that no gazetteer knows: with the point and the radius that the text gives for it, or without."""
    start, end, surface = _surface(text, one)
    why_none = "no gazetteer knows this name"
    if name.candidates:
        why_none = "the places of that name lie in countries that the report does not speak of"
    mention = PlaceMention(
        start=start, end=end, text=surface, place_id=nil, name=surface, kind=_unknown_kind(one, name), reason=why_none,
        alternatives=tuple(c.place.place_id for c in name.candidates[:ALTERNATIVES]),
    )
    if placed is None:
        return mention
    where, wider = placed.spot, placed.anchor
    return msgspec.structs.replace(
        mention, country=wider.country, relation=placed.words or f"in {wider.name}",
        province=wider.name if wider.kind == "province" else wider.province,
        district=wider.name if wider.kind == "district" else wider.district,
        lat=where.lat if where else None, lon=where.lon if where else None,
        precision_km=where.precision_km if where else None,
        reason=f"{why_none}; " + (
            f"the text places it: {placed.words}" if placed.words else f"the report's nearest town is {wider.name}"),
    )


def _mention(doc: Doc, text: Text, one: Found, choice: Choice, reason: str) -> PlaceMention:
    start, end, surface = _surface(text, one)
    candidate = choice.ranked[0][1]
    place = candidate.place
    return PlaceMention(
        start=start, end=end, text=surface, place_id=place.place_id, name=place.name, kind=place.kind,
        geonameid=place.geonameid, lat=place.lat, lon=place.lon, precision_km=place.precision_km,
        country=place.country, province=place.name if place.kind == "province" else place.province,
        district=place.name if place.kind == "district" else place.district,
        use=_use(doc, text, one, candidate), reason=reason,
        alternatives=tuple(c.place.place_id for _, c in choice.ranked[1 : ALTERNATIVES + 1]),
    )


def _unknown_kind(one: Found, name: Name) -> str:
    if one.segment.tail:
        return {"water": "water", "land": "region"}.get(one.segment.tail, "landmark")
    return min(name.kinds, default="unknown")


def _use(doc: Doc, text: Text, one: Found, candidate: Candidate) -> str:
    """How the name is used: for the place, its people, an organisation that bears its name, or its government."""
    segment, known = one.segment, cues()
    if candidate.rank == NameRank.DEMONYM:
        return "demonym"
    rest = text.lower[segment.last : segment.run_last]
    if any(word in known.organisations for word in rest):
        return "organisation"
    first, token = doc[text.token[segment.first]], doc[text.token[segment.last - 1]]
    place = candidate.place
    if place.kind == "country" or place.capital:
        acts = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in known.metonym_verbs
        if acts or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
            return "metonym"
    return "metonym" if place.capital and _is_government(first, token) else "place"


def _is_government(first: Token, name: Token) -> bool:
    """Whether a capital's name, from its first word to its last, stands for who rules there: it may or will do what no
    town does ("Moscow might use its veto"), or others turn to it with words ("accused Moscow", "called on Moscow").
    """
    turned_to = name.dep_ == "pobj" and name.head.lower_ == "on"
    if turned_to or name.dep_ == "dobj":
        verb = name.head.head if turned_to else name.head
        return verb.pos_ == "VERB" and verb.lemma_ in cues().turning_verbs
    begins = name.left_edge.i == first.i and (first.is_sent_start or first.nbor(-1).pos_ not in BEFORE_TOWNS)
    open_ = any(c.tag_ == "MD" for c in name.head.children)
    acts = name.dep_ == "nsubj" and name.head.pos_ == "VERB" and open_ and name.head.lemma_ not in cues().befalling
    parted = any(after.is_punct for after in name.doc[name.i + 1 : name.i + 2])  # as a dateline is from its sentence
    return begins and acts and not parted


def same_place(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two mentions mean the same place."""
    return a.place_id is not None and a.place_id == b.place_id
