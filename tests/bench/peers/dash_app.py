"""`python -m tests.bench.peers.dash_app PORT CONTENT`: both pages with Dash, tuned.

Tuned means: figures are plain dictionaries put together from rows that lie ready, the first
figure stands in the page, a change is one callback, files are packed once, and waitress serves.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import waitress
from dash import Dash, Input, Output, State, dash_table, dcc, html
from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.dispatcher import DispatcherMiddleware

CONTENT = json.loads(Path(sys.argv[2]).read_text("utf-8"))
COLUMNS = CONTENT["columns"]
CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
Json = dict[str, Any]


def cut(trace: Json, first: str, last: str) -> Json:
    """One line or band between two days."""
    keep = [n for n, x in enumerate(trace["x"]) if first <= x <= last + "~"]
    lists = {part: trace[part] for part in ("x", "y", "customdata") if part in trace}
    return {**trace, **{part: [values[n] for n in keep] for part, values in lists.items()}}


def lines(chosen: list[str], first: str, last: str) -> Json:
    """The chart of some places."""
    made, data, labels = CONTENT["statistics"], [], []
    for n, code in enumerate(chosen):
        colour, place = made["colours"][n % 6], made["places"][code]
        for one in place["traces"]:
            trace = cut(one, first, last)
            if "fill" in trace:
                trace["fillcolor"] = colour + "29"
            else:
                trace["line"] = {**trace["line"], "color": colour}
                trace["marker"] = {
                    **trace["marker"], "color": colour, "symbol": made["symbols"][n % 6]
                }  # fmt: skip
            data.append(trace)
        labels.append(
            {"text": place["name"], "x": data[-1]["x"][-1], "y": data[-1]["y"][-1],
             "xanchor": "left", "xshift": 8, "showarrow": False,
             "font": {"size": 14, "color": colour}}
        )  # fmt: skip
    several, layout = len(chosen) > 1, made["layout"]
    notes = [*layout["annotations"], *(labels if several else [])]
    margin = {**layout["margin"], "r": 120 if several else 24}
    return {"data": data, "layout": {**layout, "annotations": notes, "margin": margin}}


def rows(chosen: list[str], first: str, last: str) -> list[Json]:
    """The rows of some places, as the table shows them."""
    found = (row for code in chosen for row in CONTENT["statistics"]["places"][code]["rows"])
    return [dict(zip(COLUMNS, row, strict=False)) for row in found if first <= row[-1] <= last]


def table(first: list[Json]) -> html.Details:
    """The table in a fold-out."""
    shown = dash_table.DataTable(
        first, [{"name": one, "id": one} for one in COLUMNS], id="rows", page_size=25
    )
    return html.Details([html.Summary("The same rows as a table"), shown])


def frame(
    made: Json, answer: str, controls: list[Any], charts: list[Any], first: list[Json]
) -> html.Div:
    """Question, answer, controls, charts, table, words and download."""
    about = [html.P(line) for line in made["about"]]
    side = html.Div([*about, html.Button("Download", id="download"), dcc.Download(id="file")])
    return html.Div([
        html.H1(made["question"]), html.P(answer, id="answer"), html.Div(controls),
        html.Main([html.Div([*charts, table(first)]), side]),
    ])  # fmt: skip


def bare(path: str, server: Flask, made: Json) -> Dash:
    """One page of the server, before anything stands on it."""
    return Dash(
        path,
        server=server,
        requests_pathname_prefix=path,
        routes_pathname_prefix="/",
        title=made["question"],
        assets_folder=str(Path(__file__).parent / "assets"),
    )


def statistics(server: Flask) -> None:
    """The page of one statistic."""
    made = CONTENT["statistics"]
    days = [{"value": day, "label": label} for day, label in made["days"]]
    ends = days[0]["value"], days[-1]["value"]
    places = [{"value": code, "label": one["name"]} for code, one in made["places"].items()]
    app = bare("/", server, made)
    controls = [
        dcc.Dropdown(places, made["first"], multi=True, id="place"),
        dcc.Dropdown(days, ends[0], id="from", clearable=False),
        dcc.Dropdown(days, ends[1], id="to", clearable=False),
    ]
    figure = lines(made["first"], *ends)
    answer = made["places"][made["first"][0]]["answer"]
    graph = dcc.Graph(id="chart", figure=figure, config=CONFIG)
    app.layout = frame(made, answer, controls, [graph], rows(made["first"], *ends))
    asked = [Input("place", "value"), Input("from", "value"), Input("to", "value")]

    @app.callback(
        Output("chart", "figure"), Output("answer", "children"), Output("rows", "data"), *asked,
        prevent_initial_call=True,
    )  # fmt: skip
    def change(chosen: list[str], first: str, last: str) -> tuple[Json, str, list[Json]]:
        words = " ".join(made["places"][code]["answer"] for code in chosen)
        return lines(chosen, first, last), words, rows(chosen, first, last)

    downloads(app, made)


def campaigns(server: Flask) -> None:
    """The page of one campaign."""
    made = CONTENT["campaigns"]
    app = bare("/campaigns/", server, made)
    options = [{"value": day, "label": one["name"]} for day, one in made["events"].items()]
    first = made["events"][made["first"]]
    charts = [
        dcc.Graph(id="chart", figure=first["figure"], config=CONFIG),
        dcc.Graph(id="years", figure=made["years"], config=CONFIG),
    ]
    control = dcc.Dropdown(options, made["first"], id="event", clearable=False)
    app.layout = frame(made, first["answer"], [control], charts, named(first["rows"]))

    @app.callback(
        Output("chart", "figure"), Output("answer", "children"), Output("rows", "data"),
        Input("event", "value"), prevent_initial_call=True,
    )  # fmt: skip
    def change(event: str) -> tuple[Json, str, list[Json]]:
        one = made["events"][event]
        return one["figure"], one["answer"], named(one["rows"])

    downloads(app, made)


def named(found: list[list[Any]]) -> list[Json]:
    """Rows with their columns' names."""
    return [dict(zip(COLUMNS, row, strict=False)) for row in found]


def downloads(app: Dash, made: Json) -> None:
    """A file of the rows shown, made when somebody asks."""

    @app.callback(
        Output("file", "data"), Input("download", "n_clicks"), State("rows", "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def download(_clicks: int, shown: list[Json]) -> Json:
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        writer.writerows(shown)
        return {"content": out.getvalue(), "filename": made["file"]}


def packing(name: str) -> Flask:
    """A server whose files are packed once."""
    server = Flask(name)
    kept: dict[str, bytes] = {}
    server.config["COMPRESS_ALGORITHM"] = ["gzip"]
    server.config["COMPRESS_CACHE_KEY"] = lambda request: (
        request.full_path if request.method == "GET" else ""
    )

    class Kept:
        """Packed files by address; answers to changes have none and are not kept."""

        get = staticmethod(kept.get)

        @staticmethod
        def set(address: str, packed: bytes) -> None:
            """The address follows the way of packing and a semicolon."""
            if not address.endswith(";"):
                kept[address] = packed

    server.config["COMPRESS_CACHE_BACKEND"] = Kept
    Compress(server)
    return server


def application() -> DispatcherMiddleware:
    """Both pages at their addresses."""
    one, other = packing("statistics"), packing("campaigns")
    statistics(one)
    campaigns(other)
    return DispatcherMiddleware(one, {"/campaigns": other})


if __name__ == "__main__":
    waitress.serve(application(), host="127.0.0.1", port=int(sys.argv[1]), threads=8, _quiet=True)
