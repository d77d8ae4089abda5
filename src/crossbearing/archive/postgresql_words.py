"""SQL as PostgreSQL has it: what the archive asks, and how its tables are made."""

import re
from functools import cache
from itertools import count
from typing import LiteralString

import psycopg

IN_OTHER_WORDS = {"INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": 'TEXT COLLATE "C"', " WITHOUT ROWID": ""}
"""How PostgreSQL says what the shared scripts of the schema say. Texts are ordered by their bytes, as in SQLite."""


@cache
def own_words(sql: str) -> LiteralString:
    """Return SQL as PostgreSQL has it: parameters are $1, $2 ..., and the order of joins is its own.

    >>> own_words("SELECT 1 FROM a CROSS JOIN b ON b.x = a.x WHERE a.y = ? AND b.z = ?")
    'SELECT 1 FROM a JOIN b ON b.x = a.x WHERE a.y = $1 AND b.z = $2'
    """
    numbers = count(1)
    told: LiteralString = re.sub(r"\?", lambda _: f"${next(numbers)}", sql.replace("CROSS JOIN", "JOIN"))
    return told


def install(connection: psycopg.Connection, script: str) -> None:
    """Run a script of the schema, put into PostgreSQL's words."""
    for words, others in IN_OTHER_WORDS.items():
        script = re.sub(rf"(?<!\w){words}\b", others, script)
    connection.execute(script)
