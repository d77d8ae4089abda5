"""A small reader for made-up reports: what archives are filled with where only the archive is looked at."""

import datetime as dt
import re

from crossbearing.pipeline import Choice
from crossbearing.records import Claim, Figure, Reading, Report, When, Where, content_id

COUNT = re.compile(r"(\d+) (?:people )?(?:were )?killed")
TOWN = Where(name="Old Mill", place_id="cb:old-mill", lat=35.5, lon=36.25, precision_km=2.0)
NOON = dt.datetime(2011, 6, 12, 12, tzinfo=dt.UTC)
FRIDAY = dt.date(2011, 6, 10)


class Counter:
    """A reader that finds one claim for each "N killed"."""

    name = "counter"
    languages = frozenset({"en"})

    def read(self, report: Report) -> Reading:
        """Read one report. Raises where it holds the word "choke", as a faulty reader would."""
        if report.language == "ar":
            return Reading(report=report.id, reader=self.name, language="ar", notes=("language ar is not read",))
        if "choke" in report.text:
            raise ValueError("choked")
        day = report.published or FRIDAY
        when = When(text=None, edtf=day.isoformat(), earliest=day, latest=day)
        claims = tuple(
            Claim(
                id=content_id("c", report.id, found.start()), report=report.id, trigger=found.span(),
                evidence=(0, len(report.text)), type="killing", certainty="reported", where=TOWN, when=when,
                figures=(Figure(measure="killed", low=int(found.group(1)), high=int(found.group(1)),
                                text=found.group(1), span=found.span(1)),),
            )
            for found in COUNT.finditer(report.text)
        )
        return Reading(report=report.id, reader=self.name, language="en", claims=claims)


def make_counter() -> Counter:
    """Return the reader, here or in another process."""
    return Counter()


COUNTING = Choice(name="counter", languages=Counter.languages, version=lambda: "1", make=make_counter)
