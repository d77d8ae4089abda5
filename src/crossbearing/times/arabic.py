"""What can be told of an Arabic text without a parser."""

from bisect import bisect_right
from functools import cache

from crossbearing.language import normalise, sentence_spans
from crossbearing.times.context import Direction
from crossbearing.times.data import load

SHORTEST_VERB = 4
"""Letters of the shortest future, particle and prefix included."""


@cache
def _words_ahead() -> dict[str, tuple[str, ...]]:
    listed: dict[str, list[str]] = load("arabic_ahead")
    return {kind: tuple(normalise(word).text for word in words) for kind, words in listed.items()}


class UnparsedArabic:
    """Answers about the surroundings of an expression from the words of its sentence alone."""

    def __init__(self, text: str) -> None:
        """`text` is normalised."""
        self._text = text
        self._sentences = sentence_spans(text)
        self._begins = [begin for begin, _ in self._sentences]
        self._ahead = _words_ahead()

    def direction(self, offset: int) -> Direction:
        """Return "future" where a word of the sentence puts it ahead, else "past": news tells of what was."""
        begin, end = self._sentence_at(offset)
        words = self._text[begin:end].split()
        return "future" if any(self._is_ahead(word) for word in words) else "past"

    def _is_ahead(self, word: str) -> bool:
        if word in self._ahead["words"]:
            return True
        begins = word.startswith(self._ahead["beginnings"]) and len(word) >= SHORTEST_VERB
        other = word in self._ahead["other_words"] or word.startswith(self._ahead["other_beginnings"])
        return begins and not other

    def is_perfect(self, _offset: int) -> bool:
        """Return false: Arabic has no form of the verb for what lasts until now."""
        return False

    def sentence(self, offset: int) -> int:
        """Return where the sentence begins."""
        return self._sentence_at(offset)[0]

    def tag(self, _offset: int) -> str:
        """Return no tag."""
        return ""

    def _sentence_at(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._begins, offset) - 1
        return self._sentences[index] if index >= 0 else (0, len(self._text))
