"""The real server with a browser of this machine at it, for what is timed in the room."""

import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.machine import NO_BROWSER, find_browser
from tests.site.products import FALLOW, find_free_port, make_home, running

PATIENCE_MS = 120_000
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--no-sandbox"]


@contextmanager
def served_page() -> Iterator[Page]:
    """An empty page whose addresses are those of a server that was started for it."""
    path = find_browser()
    if path is None:
        raise SystemExit(NO_BROWSER)
    with tempfile.TemporaryDirectory(prefix="fallow-bench-") as folder:
        home, port = make_home(Path(folder)), find_free_port()
        with (
            running(*FALLOW, "serve", "--port", str(port), "--workers", "1", home=home) as server,
            sync_playwright() as playwright,
        ):
            server.wait_for("Fallow is at")
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            yield browser.new_page(
                base_url=f"http://localhost:{port}", timezone_id="America/New_York", locale="en-US"
            )
            browser.close()
            server.tell(signal.SIGTERM)
            server.wait_for_end()
