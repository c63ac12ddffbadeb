"""A real web server on this machine, which answers as a test tells it to."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """A running server: `pages` holds what it answers by path, `asked` what it was asked, with headers and times.

    An answer is bytes (a page), a tuple of status, headers and body, a list of answers to give in turn (the last one
    for ever), or a function that is given the handler.
    """

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}"
        self.pages = {"/robots.txt": (404, {}, b"")}
        self.asked = []

    @property
    def paths(self):
        """The paths that were asked for, in order, but for robots.txt."""
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def answer(self, handler):
        """Answer a request."""
        self.asked.append((handler.path, dict(handler.headers.items()), time.monotonic()))
        found = self.pages.get(handler.path, (404, {}, b"no such page"))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if callable(found):
            found(handler)
            return
        status, headers, body = found if isinstance(found, tuple) else (200, {"Content-Type": "text/html"}, found)
        handler.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        try:
            self.server.site.answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_):
        pass


@contextmanager
def running():
    """The site of a server that runs while the block does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
