"""What a reporting verb has for its content where that is no complement to its right: "C, S said", "C, said S", 'S
said: "C"'.
"""

from crossbearing.reading.rules_v1.attribution.complements import Complement
from crossbearing.reading.rules_v1.attribution.phrases import has_to, runs_on
from crossbearing.reading.rules_v1.attribution.quotes import Quote
from crossbearing.reading.rules_v1.attribution.site import Site
from crossbearing.reading.rules_v1.attribution.text import Range, Text

COMMAS = frozenset({",", "-", "–", "—", "--"})
LONGEST_EXPRESSION = 3
"""Tokens up to which what stands between marks, them included, is an expression and no speech."""
WILLED = frozenset({"demand", "threaten"})
"""Forces of verbs that no clause without marks stands before: what is willed stands behind them."""
NEAR = 2
"""Tokens up to which a conjunction before the source opens its clause ("when police said")."""
SHORTEST_TAG = 9
"""Tokens up to which a sentence behind a quotation is nothing but "S said"."""
FARTHEST_QUOTE = 12
"""Tokens between a cue and the quotation it brings."""


def content_beside(site: Site, sources: list[Range]) -> Complement | None:
    """Return the quotations beside a verb that takes them or closes its sentence, else the clause before or around it;
    null where there is none.
    """
    text, verb, takes, cue, low, high = site
    start = min([cue[0], *(s[0] for s in sources)])
    end = max([cue[1], *(s[1] for s in sources)])
    before = quote_before(site, sources)
    after = _quote_after(text, end, high)
    spoken = [(min(before.start, low), start)] if before is not None else []
    if after is not None and after is not text.quote(verb.i):
        spoken.append((after.start, after.end))
    if spoken:
        said = takes.get("quote") or takes["closing"]
        return Complement(spoken, said, "quote before" if before is not None else "quote after")
    said = takes.get("clause") or takes["quote"]
    colon = next((i for i in range(end, high) if text.whole[i].text == ":"), None)
    if colon is not None and "clause" in takes and not runs_on(text.doc, end, colon):
        return Complement([(colon + 1, high)], said, "colon")
    return _clause_around(site, sources, start, end) if "clause" in takes and said.force not in WILLED else None


def touches(sources: list[Range], cue: Range) -> bool:
    """Whether a source stands right before or right behind the cue."""
    return any(cue[0] - 2 <= s[1] <= cue[0] or cue[1] <= s[0] <= cue[1] + 1 for s in sources)


def _clause_around(site: Site, sources: list[Range], start: int, end: int) -> Complement | None:
    text, verb, takes, cue, low, high = site
    openers = [c for c in verb.children if c.i < verb.i and c.text != "WHO"]
    if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in openers) and any(c.dep_ == "nsubj" for c in openers):
        return Complement([(low, min(start, verb.left_edge.i)), (end, high)], takes["clause"], "as said")
    nobodys = has_to(verb) or verb.dep_ in ("acl", "pobj") or verb.tag_ == "VBG"
    if nobodys or not touches(sources, cue) or _has_more(site, end):
        return None
    opened = any(
        (c.dep_ == "mark" and start - c.i <= NEAR) or c.lower_ in ("who", "which", "that", "when", "where")
        for c in openers
    )
    if opened and verb.dep_ != "ccomp":
        return None
    behind = _behind_hearer(site, end)
    if _is_parenthesis(text, start, behind, (low, high)):
        within = Complement([(low, start), (behind, high)], takes["clause"], "clause before")
        return within if verb.dep_ != "relcl" else None
    return Complement([(low, start)], takes["clause"], "clause before") if runs_on(text.doc, low, start) else None


def _behind_hearer(site: Site, end: int) -> int:
    """Where the one spoken to ends, if the verb names him right behind it ("told reporters")."""
    hearer = next((c for c in site.verb.children if c.i >= end and c.dep_ in ("dobj", "dative")), None)
    told = "person" in site.takes and hearer is not None and hearer.left_edge.i == end
    return hearer.right_edge.i + 1 if told and hearer is not None else end


def _has_more(site: Site, end: int) -> bool:
    """Whether the verb takes something else behind it ("agreed to a truce"), the one spoken to not counted."""
    takes_object = "person" in site.takes or site.verb.lemma_ == "say"
    return any(
        c.i >= end and (c.dep_ in ("xcomp", "acomp", "prt") or (c.dep_ == "dobj" and not takes_object))
        for c in site.verb.children
        if c.dep_ != "xcomp" or c.tag_ != "VBG"
    )


def _is_parenthesis(text: Text, start: int, end: int, bounds: Range) -> bool:
    """Whether "S said" stands between commas or dashes with words of its content on both sides."""
    low, high = bounds
    if not (low + 1 < start and end < high and text.whole[start - 1].text in COMMAS and text.whole[end].text in COMMAS):
        return False
    return runs_on(text.doc, end, high)


def _quote_after(text: Text, end: int, high: int) -> Quote | None:
    """The quotation that follows the cue, with at most a comma, a colon, or words of time and manner between."""
    for at in range(end, min(high, end + FARTHEST_QUOTE)):
        quote = text.quote(at)
        if quote is not None:
            return quote if quote.start == at and quote.end - quote.start > LONGEST_EXPRESSION else None
        if text.whole[at].pos_ in ("VERB", "AUX"):
            return None
    return None


def quote_before(site: Site, sources: list[Range]) -> Quote | None:
    """The quotation that ends right before the source or the cue: in the same sentence or, behind "?", "!" or a comma,
    in the sentence before.
    """
    text, _, _, cue, low, _ = site
    if not touches(sources, cue):
        return None
    start = min([cue[0], *(s[0] for s in sources)])
    last = start - 1
    while last > 0 and (text.whole[last].is_space or text.whole[last].text in COMMAS or _closes_inner(text, last)):
        last -= 1
    quote = text.quote(last) if last >= 0 else None
    if quote is None or quote.end != last + 1:
        return None
    if last < low and (text.next_paragraph_from(start) or not _asks_on(site, last - 1)):
        return None
    return quote


def _closes_inner(text: Text, i: int) -> bool:
    """Whether a mark behind a quotation closes one within it, as the parser cuts three marks in a row."""
    return text.whole[i].text in WITHIN_QUOTES and text.quote(i) is None


def _asks_on(site: Site, mark: int) -> bool:
    """Whether a quotation that ends with this mark may belong to the sentence behind it: one that only names the
    speaker.
    """
    while mark > 0 and site.text.whole[mark].text in WITHIN_QUOTES:
        mark -= 1
    if site.text.whole[mark].text in ASKING_ON:
        return True
    short = site.high - site.low <= SHORTEST_TAG and not runs_on(site.text.doc, site.cue[1], site.high)
    return short and site.text.whole[mark].text == "."


WITHIN_QUOTES = frozenset({"’", "'", "''"})
"""Marks that close a quotation within another."""
ASKING_ON = frozenset({"?", "!", ",", "—", "..."})
"""Marks at the end of a quotation behind which its sentence may go on."""
