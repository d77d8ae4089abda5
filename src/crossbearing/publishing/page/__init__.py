"""The page: one file that shows a picture without a network, a server or a remote asset."""

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any, TextIO

import jinja2
from markupsafe import Markup

from crossbearing.places import Gazetteer
from crossbearing.publishing.arrivals import Arrivals
from crossbearing.publishing.page.data import page_data
from crossbearing.publishing.page.ground import ground
from crossbearing.publishing.wording import encodable
from crossbearing.records import Picture

STYLES = ("tokens", "layout", "reading", "drawings")
SCRIPTS = ("dom", "state", "view", "map", "timeline", "list", "words", "chain", "event", "start")
"""The parts of the page's style and script, in their order; the parts of the script share one scope."""

_NOT_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""What must not stand as itself inside a script element, whatever the text says."""

__all__ = ["write"]


def write(
    picture: Picture, stream: TextIO, *, gazetteer: Gazetteer | None = None, arrivals: Arrivals | None = None,
) -> None:
    """Write the page of a picture. With a gazetteer its map shows settlements too; a forecast gets a section.

    The same picture and gazetteer give the same text. Words of reports reach the browser as JSON and its document as
    text nodes only; the page's own policy forbids every script but its own, and every connection.
    """
    style = "".join(_part(f"style/{name}.css") for name in STYLES)
    script = '"use strict";(() => {\n' + "".join(_part(f"script/{name}.js") for name in SCRIPTS) + "})();\n"
    data = {**page_data(picture), "ground": ground(picture.events, gazetteer)}
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(_part("page.html"))
    html = template.render(
        policy=f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 our own file
        script=Markup(script),  # noqa: S704 our own files
        data=Markup(_json(data)),  # noqa: S704 no character that ends a script is left in it
        summary=data["summary"],
        events=data["events"],
        arrivals=arrivals,
    )
    stream.write(encodable(html))


def _part(name: str) -> str:
    return files("crossbearing.publishing.page").joinpath(name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).translate(_NOT_IN_SCRIPT)
