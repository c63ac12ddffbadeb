"""Serve the page on this machine."""

from __future__ import annotations

import socket
import webbrowser
from threading import Timer
from typing import TYPE_CHECKING

import typer
import uvicorn

from models.errors import UtdragError
from pipeline.review.app import LOOPBACK, app

if TYPE_CHECKING:
    from pipeline.review.app import Desk

ANYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - what is refused


def serve(desk: Desk, host: str, port: int, *, browser: bool) -> None:
    """Answer on an address until interrupted; prints where. UtdragError where that cannot be."""
    if host in ANYWHERE:
        raise UtdragError(f"{host} is every address of this machine: name the one that people will type")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise UtdragError(f"cannot answer on {host} port {port}: {error.strerror or error}") from error
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listener.getsockname()[1]}/"
        if name not in LOOPBACK:
            typer.echo("utdrag: whoever reaches this address can see the records and decide on them", err=True)
        typer.echo(f"utdrag: {address}  (Ctrl-C ends)", err=True)
        if browser:
            Timer(0.5, webbrowser.open, (address,)).start()
        server = uvicorn.Server(uvicorn.Config(app(desk, (name,)), log_level="warning", server_header=False))
        server.run(sockets=[listener])
