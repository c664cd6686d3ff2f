"""The posted list through the real server: eight people at once, and what it asks the database.

Held: the number of queries is the same for a practice of 24, of 240 and of 1,000. Told: the time
within which 95 of 100 answers came (target: under 100 ms for a practice of a few hundred).
"""

import signal
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.racing import close, percentile, say, say_machine
from tests.site.products import FALLOW, find_free_port, make_home, running

from fallow.base.periods import monday_of
from fallow_site.commands.product import open_product

if TYPE_CHECKING:
    from fallow_site.foundation.organizations.models import Practice

USERS, REQUESTS_EACH, WARM_UP = 8, 20, 3
TIMED = (24, 240)
TARGET_MS = 100


def main() -> int:
    """This will make three practices in a home of their own, count queries, and serve them."""
    with tempfile.TemporaryDirectory(prefix="fallow-bench-") as folder:
        home = make_home(Path(folder))
        open_product(home)
        say(f"The posted list: {USERS} people at once, through granian on this machine")
        say_machine()
        practices = _make_practices()
        counts = _count_all(practices)
        _serve_and_time(home, practices)
        varies = "the number of queries changes with the size of the practice"
        return close("posted", broken=[varies] if len(set(counts)) > 1 else [])


def _make_practices() -> dict[int, "Practice"]:
    from tests.bench.practices import SIZES, make_practice_of  # noqa: PLC0415 - after the settings

    from fallow_site.kit.clock import now  # noqa: PLC0415

    at = now()
    monday = monday_of(at.date())
    return {size: make_practice_of(size, monday=monday, at=at) for size in SIZES}


def _count_all(practices: dict[int, "Practice"]) -> list[int]:
    from tests.bench.practices import count_queries  # noqa: PLC0415

    counts = [count_queries(practice) for practice in practices.values()]
    pairs = zip(practices, counts, strict=True)
    say("  queries: " + ", ".join(f"{count} for {size} members" for size, count in pairs))
    return counts


def _serve_and_time(home: Path, practices: dict[int, "Practice"]) -> None:
    from django.db import connections  # noqa: PLC0415
    from tests.bench.practices import address_of, sign_in_members  # noqa: PLC0415

    people = {
        size: (address_of(practice), [_cookie(c) for c in sign_in_members(practice, USERS)])
        for size, practice in practices.items()
        if size in TIMED
    }
    connections.close_all()
    port = find_free_port()
    with running(*FALLOW, "serve", "--port", str(port), home=home) as server:
        server.wait_for("Fallow is at")
        for size, (address, cookies) in people.items():
            _say_times(size, _ask_together(port, address, cookies))
        server.tell(signal.SIGTERM)
        server.wait_for_end()


def _cookie(client: "object") -> str:
    morsels = client.cookies.values()  # type: ignore[attr-defined]
    return "; ".join(f"{morsel.key}={morsel.value}" for morsel in morsels)


def _ask_together(port: int, address: str, cookies: list[str]) -> list[float]:
    with ThreadPoolExecutor(max_workers=len(cookies)) as pool:
        asked = [pool.submit(_ask, port, address, cookie) for cookie in cookies]
    return [seconds for answers in asked for seconds in answers.result()]


def _ask(port: int, address: str, cookie: str) -> list[float]:
    """One person, asking again as soon as they were answered, over one connection."""
    line = HTTPConnection("localhost", port, timeout=60)
    taken = []
    for _ in range(WARM_UP + REQUESTS_EACH):
        began = perf_counter()
        line.request("GET", address, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        answer = line.getresponse()
        answer.read()
        if answer.status != 200:
            raise AssertionError(f"The server answered {answer.status}.")
        taken.append(perf_counter() - began)
    line.close()
    return taken[WARM_UP:]


def _say_times(size: int, seconds: list[float]) -> None:
    middle, late = statistics.median(seconds) * 1000, percentile(seconds, 0.95) * 1000
    say(
        f"  {size} members: median {middle:.0f} ms, p95 {late:.0f} ms "
        f"(target {TARGET_MS} ms), {len(seconds)} answers"
    )


if __name__ == "__main__":
    sys.exit(main())
