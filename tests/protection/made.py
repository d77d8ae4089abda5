"""An archive with named persons in it: English and Arabic, names in texts, titles, outlets, addresses and files."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from crossbearing.cli import main

ROWS = (
    {"id": "a", "published": "2011-06-10", "outlet": "The Ledger", "url": "https://ledger.example/omar-khalil-speaks",
     "title": "Omar Khalil: they shelled the bakery",
     "text": "Soldiers killed 5 people in Hama on Friday, said Omar Khalil, a 31-year-old baker reached by phone. "
             "Khalil said tanks shelled the bakery. Omar's brother was wounded."},
    {"id": "b", "published": "2011-06-11", "outlet": "Border Herald",
     "text": "Police arrested Umar al-Khaleel, 31, and 20 men in Idlib on Saturday, activists said. Omar Sharif wept."},
    {"id": "omar-khalil-letter", "published": "2011-06-11", "outlet": "Khalil's Notebook",
     "text": "Gunmen killed 3 soldiers in Idlib on Saturday, KHALIL wrote."},
    {"id": "d", "published": "2011-06-11", "outlet": "Sada", "language": "ar",
     "text": "قال عمر خليل إن الجيش قتل خمسة أشخاص في حماة يوم الجمعة. وأضاف الخليل أن الدبابات قصفت المخبز."},
    {"id": "e", "published": "2011-06-12", "outlet": "The Ledger",
     "text": "Rebels shot down a helicopter near Homs on Sunday, the army said. Residents fled the town."},
)
LETTER = "Shells killed two children in Homs on Sunday, Omar Khalil told this paper.\n"
NAME = "Omar Khalil"
SPELLINGS = (
    "omar khalil", "umar al-khaleel", "khalil", "khaleel", "عمر خليل", "خليل", "omar-khalil", "omarkhalil",
)
"""What may appear nowhere, in small letters."""


def crossbearing(*arguments: object, key: Path | None = None) -> Result:
    """Run a verb in this process; the key of the archive lies beside its folder, where no other is named."""
    told = [str(each) for each in arguments]
    place = key or Path(told[told.index("--archive") + 1]).with_name("secret.key")
    ran = CliRunner(catch_exceptions=False, env={"CROSSBEARING_KEY": str(place)}).invoke(main, told)
    assert "Traceback" not in ran.output
    return ran


def make(folder: Path) -> Path:
    """Return a new archive of these reports."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    (inbox / "omar_khalil.txt").write_text(LETTER)
    ran = crossbearing("run", inbox, "--archive", folder / "cases", "--processes", 1)
    assert ran.exit_code == 0, ran.output
    return folder / "cases"
