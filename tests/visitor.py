"""A visitor of a running dashboard without a browser: Streamlit's own messages, over a websocket.

What a browser would send for the same act is sent (streamlit/proto), and what comes is read until
the script has run to its end; nothing is drawn.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import NamedTuple

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


class Shown(NamedTuple):
    """What a rerun showed; ``spent`` are milliseconds from the request to the script's end."""

    page: str  # as its address has it; empty for the first one
    spent: float
    elements: int
    errors: tuple[str, ...]


class Visitor:
    """One session; ``pages`` are the hashes that Streamlit gives to pages, by their addresses."""

    def __init__(self, connection: ClientConnection) -> None:
        self.pages: dict[str, str] = {}
        self._connection = connection

    async def see(self, page: str = "", query: str = "") -> Shown:
        """That page with these choices; without any, those made before stay, as after a click.

        The first page of a session is asked for by its name, as by who has a link.

        Raises websockets.ConnectionClosed when the server hangs up.
        """
        begun = perf_counter()
        known = self.pages.get(page, "")
        name = "" if known else page
        asked = ClientState(query_string=query, page_script_hash=known, page_name=name)
        await self._connection.send(BackMsg(rerun_script=asked).SerializeToString())
        errors: list[str] = []
        elements, shown = 0, ""
        while (message := await self._next()).WhichOneof("type") != "script_finished" or (
            message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            self._note_pages(message)
            shown = message.navigation.page_script_hash or shown
            elements += message.HasField("delta")
            errors += _errors(message)
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            errors.append(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
        names = {script: name for name, script in self.pages.items()}
        spent = 1000 * (perf_counter() - begun)
        return Shown(names.get(shown, ""), spent, elements, tuple(errors))

    async def _next(self) -> ForwardMsg:
        message: ForwardMsg = ForwardMsg.FromString(await self._connection.recv(decode=False))
        return message

    def _note_pages(self, message: ForwardMsg) -> None:
        for page in message.navigation.app_pages:
            self.pages["" if page.is_default else page.url_pathname] = page.page_script_hash


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visitor]:
    """A session of its own with the server at that address."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    # Pages are of any size. A browser sends no pings, so a busy server misses none.
    async with connect(stream, max_size=None, ping_interval=None) as connection:
        yield Visitor(connection)


def _errors(message: ForwardMsg) -> list[str]:
    """What this message tells of things gone wrong."""
    kind = message.WhichOneof("type")
    if kind == "page_not_found":
        return [f"no such page: {message.page_not_found.page_name}"]
    if kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
        return [message.session_event.script_compilation_exception.message]
    if kind != "delta":
        return []
    element = message.delta.new_element
    shown = element.WhichOneof("type")
    if shown == "exception":
        return [f"{element.exception.type}: {element.exception.message}"]
    is_error = shown == "alert" and element.alert.format == Alert.ERROR
    return [element.alert.body] if is_error else []
