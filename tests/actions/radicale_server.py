"""A real CardDAV and CalDAV server on this machine, and the few words of HTTP that a phone speaks with it."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_READY = "server ready"
_SECONDS_TO_START = 60
_ADDRESS_BOOK = """<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:CR="urn:ietf:params:xml:ns:carddav"><set><prop>
<resourcetype><collection/><CR:addressbook/></resourcetype><displayname>People</displayname>
</prop></set></mkcol>"""
_CALENDAR = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
<displayname>Plans</displayname></prop></set></C:mkcalendar>"""
_ETAGS = '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
_ENTRY = re.compile(r"<response>.*?<href>([^<]+)</href>.*?<getetag>([^<]+)</getetag>", re.DOTALL)


class Answer(NamedTuple):
    """What the server said."""

    status: int
    etag: str
    body: bytes


class Server:
    """One running server. Paths begin at its root."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a request and return the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            raw = body.encode() if isinstance(body, str) else body
            connection.request(method, path, raw, {"Authorization": "Basic YW5hOg==", **named})
            answer = connection.getresponse()
            return Answer(answer.status, answer.getheader("ETag") or "", answer.read())
        finally:
            connection.close()

    def make(self, kind: str, name: str) -> str:
        """Make a collection, an 'addressbook' or a 'calendar', and return its path."""
        path = f"/ana/{name}/"
        method, body = ("MKCOL", _ADDRESS_BOOK) if kind == "addressbook" else ("MKCALENDAR", _CALENDAR)
        assert self.ask(method, path, body, Content_Type="application/xml").status == 201
        return path

    def listed(self, path: str) -> dict[str, str]:
        """The names in a collection, each with its ETag (PROPFIND)."""
        answer = self.ask("PROPFIND", path, _ETAGS, Depth="1", Content_Type="application/xml")
        assert answer.status == 207
        found = _ENTRY.findall(answer.body.decode())
        return {href.removeprefix(path): etag.replace("&quot;", '"') for href, etag in found if href != path}


@contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    """A server that keeps its collections in `folder`, on a port of its own of the loopback."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        *(sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}"),
        *("--storage-filesystem-folder", str(folder), "--auth-type", "none", "--web-type", "none"),
        *("--rights-type", "owner_only", "--logging-level", "info"),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        ready = threading.Event()
        said: list[str] = []
        listener = threading.Thread(target=_listen, args=(process, said, ready), daemon=True)
        listener.start()
        try:
            assert ready.wait(_SECONDS_TO_START) and process.poll() is None, "".join(said)
            yield Server(port)
        finally:
            process.terminate()
            process.wait(30)
            listener.join(30)


def _listen(process: subprocess.Popen[str], said: list[str], ready: threading.Event) -> None:
    """Hear the server out, so that it never waits to be heard."""
    assert process.stderr is not None
    for line in process.stderr:
        said.append(line)
        if _READY in line:
            ready.set()
    ready.set()
