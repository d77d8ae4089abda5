"""What an expression is read against: the report's day, what the text said before, and the tense around it."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

from crossbearing.times.calendar import Grain, Period, containing
from crossbearing.times.meaning import Meaning
from crossbearing.times.words import Words

Direction = Literal["past", "future", "open"]
"""Where the sentence looks from the report's day."""


class Context:
    """The state of reading one text, moved on from expression to expression."""

    def __init__(
        self, words: Words, today: dt.date | None,
        look: Callable[[int], Direction], perfect: Callable[[int], bool], sentence: Callable[[int], int],
    ) -> None:
        """`look` tells where the clause at an offset looks, `perfect` whether it tells of what lasts until now,
        `sentence` where the sentence at an offset begins.
        """
        self.words = words
        self.today = today
        self.at = 0
        """Offset of the expression being read."""
        self.before = ""
        """The words just before it, in small letters, each followed by a space."""
        self.after = ""
        """The words just behind it, likewise."""
        self._sentence = sentence
        self._look = look
        self._perfect = perfect
        self._spoken: list[tuple[int, Period]] = []
        self._comparison: Period | None = None

    @property
    def direction(self) -> Direction:
        """Whether the sentence tells of what was or of what will be."""
        return "past" if self.before.endswith("ended ") else self._look(self.at)

    @property
    def is_perfect(self) -> bool:
        """Whether the sentence tells, in the perfect, of what lasts until now."""
        return self._perfect(self.at)

    def here(self, grain: Grain) -> Period | None:
        """The span of a grain that holds the report's day, null where that is not known."""
        return containing(grain, self.today) if self.today else None

    def spoken(self, *grains: Grain) -> Period | None:
        """The span of one of these grains (any, where none is named) that the text named last."""
        return next((p for _, p in reversed(self._spoken) if not grains or p.grain in grains), None)

    def spoken_day_here(self) -> Period | None:
        """The day that was named last in the sentence being read."""
        begin = self._sentence(self.at)
        for at, period in reversed(self._spoken):
            if at < begin:
                return None
            if period.grain == "day":
                return period
        return None

    @property
    def compared(self) -> Period | None:
        """The quarter whose figures are being told: "a year earlier" then means that quarter of the year before."""
        return self._comparison

    def note(self, at: int, meaning: Meaning) -> None:
        """Remember what was named, for the expressions to come."""
        period = meaning.period
        if period and not meaning.compares:
            self._spoken.append((at, period))
        if period and period.grain == "quarter":
            # Neither a comparison quarter ("a year earlier") nor one that is forecast becomes the one compared with.
            later = self._comparison is None or period.first > self._comparison.first
            told = self.today and (period.last < self.today or (period.first < self.today and self.direction == "past"))
            if later and told:
                self._comparison = period
        elif meaning.kind == "DURATION" and meaning.timex in {"P9M", "P6M", "P1Y"}:
            self._comparison = None
