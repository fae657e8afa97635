"""Stand-ins for what signs people in: an OpenID Connect provider, and a reverse proxy."""

import json
import socket
import socketserver
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlparse

from joserfc import jwt
from joserfc.jwk import RSAKey

OWN_KEY = RSAKey.generate_key(2048, {"kid": "1"})
FALSE_KEY = RSAKey.generate_key(2048, {"kid": "1"})
CLIENT = "reports"


class Provider(ThreadingHTTPServer):
    """Signs everybody in as ``email`` without asking, with tokens signed by ``key``."""

    email = ""
    key = OWN_KEY
    nonce = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": "1", "email": self.email, "iat": now,
            "exp": now + 600, "nonce": self.nonce,
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        asked = urlparse(self.path)
        if asked.path == "/authorize":
            self._send_back({key: value[0] for key, value in parse_qs(asked.query).items()})
        elif asked.path == "/keys":
            self._say({"keys": [OWN_KEY.as_dict(private=False)]})
        else:
            self._say(self._description())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        token = {"access_token": "x", "token_type": "Bearer", "expires_in": 600}
        self._say({**token, "id_token": self.server.token()})

    def _description(self) -> dict[str, object]:
        at = self.server.address
        return {
            "issuer": at, "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token", "jwks_uri": f"{at}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }  # fmt: skip

    def _send_back(self, asked: dict[str, str]) -> None:
        self.server.nonce = asked["nonce"]
        self.send_response(302)
        answer = urlencode({"code": "1", "state": asked["state"]})
        self.send_header("Location", f"{asked['redirect_uri']}?{answer}")
        self.end_headers()

    def _say(self, what: object) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def provider() -> Iterator[Provider]:
    """The provider, running."""
    with Provider(("127.0.0.1", 0), _Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def signing_proxy(port: int, headers: dict[str, str]) -> Iterator[str]:
    """The address of a proxy before that port, which sets these headers and drops a reader's."""

    class Connection(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            head, _, rest = _head(self.request)
            kept = [line for line in head.split(b"\r\n") if not _is_named(line, headers)]
            added = [f"{name}: {value}".encode() for name, value in headers.items()]
            with socket.create_connection(("127.0.0.1", port)) as inside:
                inside.sendall(b"\r\n".join([*kept, *added]) + b"\r\n\r\n" + rest)
                back = Thread(target=_pump, args=(inside, self.request), daemon=True)
                back.start()
                _pump(self.request, inside)

    class Proxy(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Proxy(("127.0.0.1", 0), Connection) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _head(stream: socket.socket) -> tuple[bytes, bytes, bytes]:
    said = b""
    while b"\r\n\r\n" not in said and (part := stream.recv(65536)):
        said += part
    return said.partition(b"\r\n\r\n")


def _is_named(line: bytes, headers: dict[str, str]) -> bool:
    """Whether the line sets one of the headers."""
    name = line.partition(b":")[0].decode("latin-1").lower()
    return name in {header.lower() for header in headers}


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while part := source.recv(65536):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
