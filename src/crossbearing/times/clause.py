"""What the parse tells about the place of an expression: its verb, where that looks, its sentence."""

from spacy.tokens import Doc, Token

from crossbearing.times.context import Direction

AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall"})
"""Auxiliaries of the future."""
OPEN = frozenset({"may", "might", "could", "can", "would", "should", "must"})
"""Auxiliaries that look ahead unless a perfect follows ("could have left on Friday")."""
PLANNING = frozenset({
    "agree", "aim", "ask", "await", "call", "demand", "due", "expect", "go", "hope", "intend", "likely", "order",
    "plan", "pledge", "prepare", "project", "promise", "propose", "ready", "schedule", "set", "slate",
    "threaten", "urge", "vow", "want",
})
"""Words whose infinitive lies ahead even where they are told in the past ("was expected to meet on Thursday")."""
PAST_TAGS = frozenset({"VBD", "VBN"})
FARTHEST = 8
"""Steps up the parse beyond which no governing verb is looked for."""


class ParsedText:
    """What the parse of a text tells about an expression's place, each thing worked out once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._directions: dict[int, Direction] = {}

    def direction(self, offset: int) -> Direction:
        """See `direction_at`."""
        if offset not in self._directions:
            self._directions[offset] = direction_at(self._doc, offset)
        return self._directions[offset]

    def is_perfect(self, offset: int) -> bool:
        """See `is_perfect`."""
        return is_perfect(self._doc, offset)

    def sentence(self, offset: int) -> int:
        """See `sentence_at`."""
        return sentence_at(self._doc, offset)

    def tag(self, offset: int) -> str:
        """Return the tag of the word at an offset."""
        token = token_at(self._doc, offset)
        return token.tag_ if token is not None else ""


def direction_at(doc: Doc, offset: int) -> Direction:
    """Return where the clause that holds the character at `offset` looks from the time of writing.

    >>> from crossbearing.language import parse
    >>> [direction_at(parse(t), t.index("Mon")) for t in ("They met on Monday.", "They will meet on Monday.")]
    ['past', 'future']
    """
    verb = governing_verb(doc, offset)
    return _of_verb(verb) if verb is not None else "open"


def governing_verb(doc: Doc, offset: int) -> Token | None:
    """Return the verb of the clause that holds the character at `offset`."""
    token = token_at(doc, offset)
    for _ in range(FARTHEST):
        if token is None or token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def token_at(doc: Doc, offset: int) -> Token | None:
    """Return the word of the parse that holds the character at `offset`, or the last one before it."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx <= offset:
            low = middle + 1
        else:
            high = middle
    return doc[low - 1] if low else None


def _of_verb(verb: Token) -> Direction:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & AHEAD:
        return "future"
    if words & OPEN:
        return "past" if "have" in words else "future"
    if "to" in words:
        return _of_infinitive(verb, words)
    if verb.lemma_ in PLANNING and verb.tag_ == "VBN" and helpers and "had" not in words:
        return "future"
    tags = {child.tag_ for child in helpers}
    if verb.tag_ == "VBD" or "VBD" in tags or "have" in words or "has" in words or "'ve" in words:
        return "past"
    if verb.tag_ in PAST_TAGS:
        # A bare participle ("those killed on Friday") tells of what was; a passive present ("is held") does not.
        return "past" if not helpers else "open"
    if verb.tag_ in ("VBG", "VB") and verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "conj", "acl"):
        if verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of", "over", "with"}:
            return "past"  # "is to be charged with shooting him on Monday"
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        return _of_verb(above) if above.i != verb.i and above.pos_ in ("VERB", "AUX") else "open"
    return "open"


def _of_infinitive(verb: Token, words: set[str]) -> Direction:
    if "have" in words:
        return "past"
    head = verb.head
    if any(child.lower_ == "had" for child in head.children):
        return "past"
    # "was to arrive on Sunday"
    if head.i == verb.i or head.lemma_ in PLANNING or head.lemma_ == "be" or head.pos_ == "ADJ":
        return "future"
    # "in an attempt to take the town on Monday": the attempt is where its own sentence puts it.
    for _ in range(FARTHEST):
        if head.pos_ in ("VERB", "AUX"):
            return _of_verb(head)
        if head.head.i == head.i:
            break
        head = head.head
    return "open"


def sentence_at(doc: Doc, offset: int) -> int:
    """Return where the sentence begins that holds the character at `offset`.

    >>> from crossbearing.language import parse
    >>> sentence_at(parse("They fled. He stayed."), 14)
    11
    """
    # Token.sent would look over the whole text at every call.
    token = token_at(doc, offset)
    while token is not None and token.i and not token.is_sent_start:
        token = doc[token.i - 1]
    return token.idx if token is not None else 0


def is_perfect(doc: Doc, offset: int) -> bool:
    """Whether the clause at `offset` tells in the perfect what lasts until now ("has been under siege for months").

    >>> from crossbearing.language import parse
    >>> is_perfect(doc := parse("They have lived there for two years."), doc.text.index("two"))
    True
    """
    verb = governing_verb(doc, offset)
    return verb is not None and any(
        child.lemma_ == "have" for child in verb.children if child.dep_ in ("aux", "auxpass")
    )
