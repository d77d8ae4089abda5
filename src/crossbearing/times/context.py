"""What an expression is read against: the report's day, what the text said before, and the tense around it."""

import datetime as dt
from typing import Literal, Protocol

from crossbearing.times.calendar import Grain, Period, containing
from crossbearing.times.meaning import Meaning
from crossbearing.times.words import words

Direction = Literal["past", "future", "open"]
"""Where the sentence looks from the report's day."""


NEARBY = 500
"""Code points within which a day named before still holds for the hours that follow: a few sentences."""


class Surroundings(Protocol):
    """What is known of the text around an offset. A language without a parser answers as well as it can."""

    def direction(self, offset: int) -> Direction:
        """Where the clause looks."""
        ...

    def is_perfect(self, offset: int) -> bool:
        """Whether the clause tells, in the perfect, of what lasts until now."""
        ...

    def sentence(self, offset: int) -> int:
        """Where the sentence begins."""
        ...

    def tag(self, offset: int) -> str:
        """The tag of the word (Penn Treebank), empty where it is not known."""
        ...


class Context:
    """The state of reading one text, moved on from expression to expression."""

    def __init__(self, language: str, today: dt.date | None, around: Surroundings) -> None:
        """`today` is the day of the report; offsets count the text that `around` knows."""
        self.language = language
        self.words = words(language)
        self.today = today
        self.around = around
        self.at = 0
        """Offset of the expression being read."""
        self.before = ""
        """The words just before it, in small letters, each followed by a space."""
        self.after = ""
        """The words just behind it, likewise."""
        self._spoken: list[tuple[int, Period]] = []
        self._comparison: Period | None = None

    @property
    def direction(self) -> Direction:
        """Whether the sentence tells of what was or of what will be."""
        return "past" if self.before.endswith("ended ") else self.around.direction(self.at)

    @property
    def is_perfect(self) -> bool:
        """Whether the sentence tells, in the perfect, of what lasts until now."""
        return self.around.is_perfect(self.at)

    def here(self, grain: Grain) -> Period | None:
        """The span of a grain that holds the report's day, null where that is not known."""
        return containing(grain, self.today) if self.today else None

    def spoken(self, *grains: Grain) -> Period | None:
        """The span of one of these grains (any, where none is named) that the text named last."""
        return next((p for _, p in reversed(self._spoken) if not grains or p.grain in grains), None)

    def spoken_day_here(self) -> Period | None:
        """The day that was named last in the sentence being read."""
        begin = self.around.sentence(self.at)
        for at, period in reversed(self._spoken):
            if at < begin:
                return None
            if period.grain == "day":
                return period
        return None

    def spoken_day_near(self) -> Period | None:
        """The day that was named last and lately: an hour told without its day goes on with it."""
        near = ((at, period) for at, period in reversed(self._spoken) if period.grain == "day")
        at, period = next(near, (0, None))
        return period if period and self.at - at <= NEARBY else None

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
