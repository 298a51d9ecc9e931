"""Readers of a real server as browsers are: they keep their address and what their page holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from tests.browser.server import HOST

SECONDS = 60
LOST = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError)
TOKEN = "PLACEHOLDER_AUTH_TOKEN"
"""What Streamlit's page says where it has no token."""


@dataclass
class Reader:
    """One browser tab: its address, its widgets by name (buttons by label), its connection.

    When the server is lost it comes back by itself, names the session that it had, and sends what
    it wanted to send with all that its page holds, as Streamlit's page does.
    """

    port: int
    page: str
    address: str
    cookie: str = ""
    held: dict[str, WidgetState] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    words: str = ""
    session: str = ""
    returns: int = 0
    wire: ClientConnection | None = None

    def open(self) -> None:
        """Opens the connection, trying again for a while."""
        deadline = time.monotonic() + SECONDS
        while True:
            try:
                self.wire = connect(
                    f"ws://{HOST}:{self.port}/_stcore/stream",
                    subprotocols=["streamlit", TOKEN, *([self.session] if self.session else [])],  # type: ignore[list-item]
                    origin=f"http://{HOST}:{self.port}",  # type: ignore[arg-type]
                    additional_headers={"cookie": self.cookie} if self.cookie else None,
                    max_size=None, open_timeout=5, legacy=True,
                )  # fmt: skip
                return
            except LOST:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def close(self) -> None:
        """Leaves."""
        if self.wire is not None:
            self.wire.close()

    def visits(self) -> None:
        """Draws the page of the address."""
        self._asks(lambda message: None)

    def chooses(self, widget: str, values: Sequence[str]) -> None:
        """Several of a list, by what stands on the screen."""
        state = WidgetState(id=self.ids[widget])
        state.string_array_value.data.extend(values)
        self.held[widget] = state
        self._asks(self._brings)

    def presses(self, widget: str) -> None:
        """A button."""
        pressed = WidgetState(id=self.ids[widget], trigger_value=True)

        def fill(message: BackMsg) -> None:
            self._brings(message)
            message.rerun_script.widget_states.widgets.append(pressed)

        self._asks(fill)

    def _brings(self, message: BackMsg) -> None:
        message.rerun_script.widget_states.widgets.extend(self.held.values())

    def _asks(self, fill: object) -> None:
        while True:
            if self.wire is None:
                self.open()
            message = BackMsg()
            message.rerun_script.page_name = self.page
            message.rerun_script.query_string = self.address
            fill(message)  # type: ignore[operator]
            try:
                assert self.wire is not None
                self.wire.send(message.SerializeToString())
                return self._reads()
            except LOST:
                self.wire = None
                self.returns += 1

    def _reads(self) -> None:
        """Everything until the page is drawn, and again if more comes at once."""
        assert self.wire is not None
        found: list[str] = []
        quiet = False
        while True:
            try:
                raw = self.wire.recv(timeout=0.3 if quiet else SECONDS, decode=False)
            except TimeoutError:
                if not quiet:
                    raise
                break
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            quiet = kind == "script_finished" or (quiet and kind != "new_session")
            if kind == "new_session":
                self.session, found = message.new_session.initialize.session_id, []
            elif kind == "page_info_changed":
                self.address = message.page_info_changed.query_string
            elif kind == "delta":
                found.append(str(message.delta))
                self._learns(message)
        self.words = "\n".join(found)

    def _learns(self, message: ForwardMsg) -> None:
        """Takes up a widget with the value that the server gives it, as a page does."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        told = getattr(element, kind) if kind else None
        id = getattr(told, "id", "")
        if not id.startswith("$$ID-"):
            return
        name = id.split("-", 2)[2]
        self.ids[told.label if kind == "button" else name] = id
        if kind in VALUES and (name not in self.held or told.set_value):
            self.held[name] = WidgetState(id=id)
            VALUES[kind](told, self.held[name])


def _one(told: Any, state: WidgetState) -> None:
    state.string_value = told.raw_value if told.set_value else told.options[told.default]


def _several(told: Any, state: WidgetState) -> None:
    values = told.raw_values if told.set_value else [told.options[at] for at in told.default]
    state.string_array_value.data.extend(values)


def _stretch(told: Any, state: WidgetState) -> None:
    ends = [told.options[int(at)] for at in told.default]
    state.string_array_value.data.extend(told.raw_value if told.set_value else ends)


VALUES = {"selectbox": _one, "radio": _one, "multiselect": _several, "slider": _stretch}
