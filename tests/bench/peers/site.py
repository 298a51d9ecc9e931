"""`python -m tests.bench.peers.site PORT FOLDER`: serves the static page, packed beforehand.

It is the limit: plotly.js, the rows as JSON, and no server that computes anything.
"""

from __future__ import annotations

import gzip
import html
import json
import sys
from pathlib import Path
from typing import Any

import plotly
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

HERE = Path(__file__).parent
TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json",
         ".css": "text/css"}  # fmt: skip
COLUMNS = ["place", "group", "period", "value", "low", "high", "status"]
LASTING = "public, immutable, max-age=31536000"


def write(folder: Path, statistics: dict[str, Any], campaigns: dict[str, Any]) -> None:
    """Writes both pages and what they load."""
    for name, made in (("index", statistics), ("campaigns", campaigns)):
        (folder / f"{name}.json").write_text(json.dumps(made, separators=(",", ":")))
        (folder / f"{name}.html").write_text(page(name, made))
    bundle = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    (folder / "plotly.js").write_bytes(bundle.read_bytes())
    for name in ("page.js", "assets/style.css"):
        (folder / Path(name).name).write_bytes((HERE / name).read_bytes())


def page(name: str, made: dict[str, Any]) -> str:
    """One page; its controls are there before its numbers."""
    charts = '<div id="chart"></div>' + ('<div id="years"></div>' if "years" in made else "")
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    about = "".join(f"<p>{html.escape(line)}</p>" for line in made["about"])
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(made["question"])}</title>
<link rel="preload" href="{name}.json" as="fetch" crossorigin>
<link rel="stylesheet" href="style.css">
<script defer src="plotly.js"></script><script defer src="page.js"></script></head>
<body data-content="{name}.json"><h1>{html.escape(made["question"])}</h1>
<p id="answer"></p>{controls(made)}
<main><div>{charts}<details><summary>The same rows as a table</summary>
<table id="rows"><thead><tr>{head}</tr></thead><tbody></tbody></table></details></div>
<div>{about}<button id="download">Download</button></div></main></body></html>"""


def controls(made: dict[str, Any]) -> str:
    """Places as boxes to tick and two lists for the time, or one list of years."""
    if "events" in made:
        return select("event", [(day, one["name"]) for day, one in made["events"].items()])
    boxes = "".join(
        f'<label><input type="checkbox" value="{code}"{" checked" * (code in made["first"])}> '
        f"{html.escape(one['name'])}</label><br>"
        for code, one in made["places"].items()
    )
    days = [(day, label) for day, label in made["days"]]
    return f'<div id="places">{boxes}</div>' + select("from", days) + select("to", days, -1)


def select(name: str, options: list[tuple[str, str]], first: int = 0) -> str:
    """A list of one choice."""
    chosen = options[first][0]
    items = "".join(
        f'<option value="{value}"{" selected" * (value == chosen)}>{html.escape(label)}</option>'
        for value, label in options
    )
    return f'<label>{name.capitalize()} <select id="{name}">{items}</select></label> '


def application(folder: Path) -> Starlette:
    """Every file packed beforehand; only the two pages are asked for again."""
    packed = {path.name: gzip.compress(path.read_bytes(), 6) for path in folder.iterdir()}

    async def answer(request: Request) -> Response:
        name = request.path_params.get("name") or "index.html"
        if name not in packed:
            return Response("not found", 404)
        keeps = "no-cache" if name.endswith(".html") else LASTING
        headers = {"content-encoding": "gzip", "cache-control": keeps}
        return Response(packed[name], headers=headers, media_type=TYPES[Path(name).suffix])

    return Starlette(routes=[Route("/", answer), Route("/{name}", answer)])


if __name__ == "__main__":
    uvicorn.run(application(Path(sys.argv[2])), port=int(sys.argv[1]), log_level="warning")
