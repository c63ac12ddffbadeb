"""The fetcher against a real server: robots, turns, retries, redirects, bounds, and addresses that are refused."""

import gzip
import socket
import ssl
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import brotli
import pytest
import trustme

from models.errors import ReadError
from scrapers.fetch import guard
from scrapers.fetch.fetcher import Fetcher
from scrapers.fetch.manners import Manners

PAGE = b"<!DOCTYPE html><h1>Hei</h1><p>En tekst om Molde.</p>"
QUICK = Manners(delay=0, timeout=10, deadline=20, attempts=3, backoff=0.01, longest_wait=2, allow_private=True)
LIMIT = 1_000_000


@pytest.fixture
def get(site):
    """The answer of a path or an address, fetched with quick manners but for those given."""

    def run(path, **manners):
        fetcher = Fetcher(replace(QUICK, **manners))
        try:
            return fetcher.get(path if "://" in path else f"{site.url}{path}", LIMIT)
        finally:
            fetcher.close()

    return run


def refused(get, path, **manners):
    with pytest.raises(ReadError) as caught:
        get(path, **manners)
    assert caught.value.source
    return caught.value.reason


def slow(seconds, *parts):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(sum(map(len, parts))))
        handler.end_headers()
        for part in parts:
            handler.wfile.write(part)
            time.sleep(seconds)

    return answer


def raw(content):
    def answer(handler):
        handler.wfile.write(content)
        handler.close_connection = True

    return answer


def test_a_page_comes_with_its_address_headers_and_time(site, get):
    site.pages["/a?b=å"] = PAGE
    site.pages["/a?b=%C3%A5"] = (200, {"Content-Type": "text/html; charset=latin-1", "ETag": "x"}, PAGE)
    answer = get("/a?b=å#kommentar")
    assert answer.uri == f"{site.url}/a?b=%C3%A5"
    page = answer.page(LIMIT)
    assert (page.content, page.media_type, page.headers["etag"]) == (PAGE, "text/html", "x")
    assert page.headers["content-type"].endswith("latin-1")
    assert page.retrieved_at.tzinfo
    _, headers, _ = site.asked[-1]
    assert headers["User-Agent"].startswith("utdrag/")


def test_who_asks_can_be_told(site, get):
    site.pages["/a"] = PAGE
    get("/a", contact="ola@avis.example")
    assert site.asked[-1][1]["User-Agent"].endswith("; ola@avis.example)")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /privat", "/privat/a", False),
        ("User-agent: *\nDisallow: /privat", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: utdrag\nDisallow:", "/a", True),
        ("User-agent: utdrag\nDisallow: /*.pdf$", "/a.pdf", False),
        ("<html>not found", "/a", True),
        ("", "/a", True),
    ],
)
def test_robots_txt_is_kept(site, get, rules, path, allowed):
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules.encode())
    site.pages[path] = PAGE
    if allowed:
        assert get(path).body == PAGE
    else:
        assert refused(get, path) == "robots.txt forbids it"
        assert site.paths == []


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False)])
def test_a_robots_txt_that_is_not_there_allows_all_and_one_that_fails_nothing(site, get, status, allowed):
    site.pages["/robots.txt"] = (status, {}, b"")
    site.pages["/a"] = PAGE
    if allowed:
        assert get("/a").body == PAGE
    else:
        assert refused(get, "/a").startswith(f"robots.txt cannot be had: the server answers {status}")


def test_robots_txt_is_asked_for_once(site):
    site.pages |= {"/robots.txt": [(503, {}, b"")], "/a": PAGE, "/b": PAGE}
    fetcher = Fetcher(replace(QUICK, attempts=1))
    for path in "ab":
        with pytest.raises(ReadError):
            fetcher.get(f"{site.url}/{path}", LIMIT)
    fetcher.close()
    assert len(site.asked) == 1


def test_a_crawl_delay_is_kept(site):
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 0.3"), "/a": PAGE, "/b": PAGE}
    fetcher = Fetcher(QUICK)
    for path in "ab":
        fetcher.get(f"{site.url}/{path}", LIMIT)
    fetcher.close()
    times = [when for path, _, when in site.asked if path != "/robots.txt"]
    assert times[1] - times[0] >= 0.29


def test_a_crawl_delay_without_end_is_told(site, get):
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 86400"), "/a": PAGE}
    assert "86400 s between requests" in refused(get, "/a")


def test_requests_to_a_host_are_apart(site):
    site.pages |= {"/a": PAGE, "/b": PAGE}
    fetcher = Fetcher(replace(QUICK, delay=0.2))
    for path in "ab":
        fetcher.get(f"{site.url}/{path}", LIMIT)
    fetcher.close()
    times = [when for _, _, when in site.asked]
    assert all(later - sooner >= 0.19 for sooner, later in pairwise(times))


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 408])
def test_a_server_that_fails_for_a_while_is_asked_again(site, get, status):
    site.pages["/a"] = [(status, {}, b""), (status, {}, b""), PAGE]
    assert get("/a").body == PAGE
    assert site.paths == ["/a"] * 3


def test_a_server_that_goes_on_failing_is_told(site, get):
    site.pages["/a"] = (500, {}, b"")
    assert refused(get, "/a") == "the server answers 500 Internal Server Error"
    assert site.paths == ["/a"] * 3


def test_retry_after_is_waited_for(site, get):
    site.pages["/a"] = [(429, {"Retry-After": "1"}, b""), PAGE]
    begun = time.monotonic()
    assert get("/a").body == PAGE
    assert time.monotonic() - begun >= 1


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(site, get):
    site.pages["/a"] = (503, {"Retry-After": "3600"}, b"")
    assert refused(get, "/a") == "the server answers 503 Service Unavailable and asks us to wait 3600 s"
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    ("status", "told"), [(404, "404 Not Found"), (403, "403 Forbidden"), (451, "451"), (204, "204 No")]
)
def test_another_answer_is_told_and_not_tried_again(site, get, status, told):
    site.pages["/a"] = (status, {}, b"")
    assert refused(get, "/a").startswith(f"the server answers {told}")
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, get, status):
    site.pages |= {"/a": (status, {"Location": "b?c=d"}, b""), "/b?c=d": PAGE}
    answer = get("/a")
    assert (answer.uri, answer.body) == (f"{site.url}/b?c=d", PAGE)


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("/a", "redirects in a circle"),
        ("ftp://a.example/", "no http or https address"),
        ("file:///etc/passwd", "no http or https address"),
        ("http://ola:hemmelig@127.0.0.1/", "user name"),
        ("http://[::1", "Invalid"),
        ("", "does not say where to"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_told(site, get, where, reason):
    site.pages["/a"] = (302, {"Location": where}, b"")
    assert reason in refused(get, "/a")


def test_redirects_without_end_are_told(site, get):
    site.pages |= {f"/{number}": (302, {"Location": f"/{number + 1}"}, b"") for number in range(30)}
    assert refused(get, "/0", redirects=5) == "more than 5 redirects"
    assert len(site.paths) == 6


def test_robots_txt_holds_behind_a_redirect_too(site, get):
    site.pages |= {"/robots.txt": (200, {}, b"User-agent: *\nDisallow: /b"), "/a": (302, {"Location": "/b"}, b"")}
    assert refused(get, "/a") == "robots.txt forbids it"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{}/",
        "http://localhost:{}/",
        "http://0x7f.1:{}/",
        "http://2130706433:{}/",
        "http://0.0.0.0:{}/",
        "http://[::1]:{}/",
        "http://[::ffff:127.0.0.1]:{}/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[fe80::1]/",
        "http://224.0.0.1/",
    ],
)
def test_a_private_address_is_refused_however_it_is_written(site, get, address):
    site.pages["/"] = PAGE
    reason = refused(get, address.format(site.url.rpartition(":")[2]), allow_private=False)
    assert "no public address" in reason or "no such host" in reason
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site, get, monkeypatch):
    site.pages |= {"/a": (302, {"Location": "http://127.0.0.2/hemmelig"}, b"")}
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    assert "127.0.0.2 is no public address" in refused(get, "/a", allow_private=False)


def test_what_is_connected_to_is_the_address_that_was_looked_at(site, monkeypatch):
    port = int(site.url.rpartition(":")[2])
    answers = iter([["93.184.215.14", "127.0.0.1"], ["127.0.0.1"]])

    def resolve(_, port, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    backend = guard.Backend(allow_private=False)
    assert backend._addresses("rebind.example", port) == ["93.184.215.14"]  # noqa: SLF001
    with pytest.raises(guard.RefusedError):
        backend._addresses("rebind.example", port)  # noqa: SLF001


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "a.example", "", "http://", "file:///etc/passwd", "http://a b/"]
)
def test_what_is_no_web_address_is_told(address):
    fetcher = Fetcher(QUICK)
    with pytest.raises(ReadError):
        fetcher.get(address, LIMIT)
    fetcher.close()


class Safe(BaseHTTPRequestHandler):
    """Answers a page to everything but robots.txt."""

    def do_GET(self):
        """Answer a request."""
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        """Print nothing."""


@pytest.fixture(scope="module")
def authority():
    """An authority of certificates that nobody knows."""
    return trustme.CA()


@pytest.fixture
def port(authority):
    """The port of a server that speaks TLS as localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with ThreadingHTTPServer(("127.0.0.1", 0), Safe) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize(("host", "trusted"), [("localhost", True), ("localhost", False), ("127.0.0.1", True)])
def test_a_certificate_must_be_trusted_and_of_the_name(monkeypatch, tmp_path, authority, port, host, trusted):
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    fetcher = Fetcher(replace(QUICK, attempts=1))
    if trusted and host == "localhost":
        assert fetcher.get(f"https://{host}:{port}/a", LIMIT).body == PAGE
    else:
        with pytest.raises(ReadError, match="CERTIFICATE_VERIFY_FAILED"):
            fetcher.get(f"https://{host}:{port}/a", LIMIT)
    fetcher.close()


def test_a_host_that_does_not_exist_is_told(get):
    assert "no such host" in refused(get, "http://finnes-ikke.invalid/", attempts=1)


def test_a_closed_port_is_told(get):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "connection failed" in refused(get, f"http://127.0.0.1:{port}/a", attempts=1)


def test_a_body_that_comes_too_slowly_is_given_up(site, get):
    site.pages["/a"] = slow(0.2, *[b"Hei "] * 50)
    assert refused(get, "/a", attempts=1, deadline=0.6) == "the server takes too long to answer"


def test_headers_that_drip_are_given_up(site, get):
    def drip(handler):
        for number in range(100):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if not number else b"X-%d: 1\r\n" % number)
            time.sleep(0.1)

    site.pages["/a"] = drip
    assert refused(get, "/a", attempts=1, deadline=0.5) == "the server takes too long to answer"


def test_silence_is_given_up(site, get):
    site.pages["/a"] = lambda _: time.sleep(1)
    assert refused(get, "/a", attempts=1, timeout=0.2) == "the server takes too long to answer"


@pytest.mark.parametrize("told", [True, False])
def test_a_body_of_200_mb_is_not_taken_in(site, get, told):
    sent = 0

    def pour(handler):
        nonlocal sent
        handler.send_response(200)
        if told:
            handler.send_header("Content-Length", "200000000")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.close_connection = True
        for _ in range(200):
            handler.wfile.write(bytes(1_000_000))
            sent += 1

    site.pages["/a"] = pour
    assert refused(get, "/a") == "the file is larger than 1 MB"
    assert sent < 30


def test_a_shorter_body_than_was_promised_is_told(site, get):
    site.pages["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nHei")
    assert "connection failed" in refused(get, "/a")
    assert len(site.paths) == 3


def test_a_longer_body_than_was_promised_ends_where_it_should(site, get):
    site.pages["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nHei du")
    assert get("/a").body == b"Hei"


@pytest.mark.parametrize("junk", [b"", b"\0" * 100, b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 OK\r\n\r\n", b"X" * 300_000])
def test_junk_for_an_answer_is_told(site, get, junk):
    site.pages["/a"] = raw(junk)
    assert "connection failed" in refused(get, "/a", attempts=1)


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", gzip.compress(bytes(50_000_000))), ("br", brotli.compress(bytes(50_000_000), quality=1))],
    ids=["gzip", "br"],
)
def test_a_body_that_unpacks_without_bounds_is_not_unpacked(site, get, coding, body):
    site.pages["/a"] = (200, {"Content-Type": "text/html", "Content-Encoding": coding}, body)
    with pytest.raises(ReadError, match="larger than 1 MB"):
        get("/a").page(LIMIT)


def test_a_compressed_page_is_read(site, get):
    site.pages["/a"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert get("/a").page(LIMIT).content == PAGE


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        ("application/pdf", b"%PDF", "the answer is application/pdf, neither text nor HTML"),
        ("text/html", b"%PDF-1.7", "a PDF file"),
        ("text/html", b" ", "empty"),
    ],
)
def test_what_is_no_page_is_told(site, get, kind, body, reason):
    site.pages["/a"] = (200, {"Content-Type": kind}, body)
    with pytest.raises(ReadError, match=reason):
        get("/a").page(LIMIT)
