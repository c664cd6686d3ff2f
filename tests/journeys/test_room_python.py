"""One source, two Pythons: the desk gives byte-equal answers here and on the device.

The expected text is what this Python's own desk says to the very same requests; the device runs
another version (CPython 3.14 in Pyodide), which adds floats differently unless nobody asks it to.
"""

import json
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.journeys.calendars import NOW, write_fhir, write_ics, write_simplepractice, write_table

from fallow.workload.my_week.facade import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ASK_THE_DEVICE = """([request, file]) => new Promise((resolve) => {
  const post = self.postMessage;
  self.postMessage = (said) => {
    if (said.id !== "golden") return post.call(self, said);
    self.postMessage = post;
    resolve(said.answer);
  };
  const bytes = file === null ? null : new TextEncoder().encode(file).buffer;
  dispatchEvent(new MessageEvent("message", { data: { id: "golden", request, file: bytes } }));
})"""
SETTINGS: dict[str, Any] = {
    "zone": "America/New_York",
    "hours": [[[540, 720], [780, 1050]]] * 4 + [[[540, 1020]], [], []],
    "rules": [],
    "caseload": "trauma_processing",
    "exceptions": [],
    "paid_hours": 37.5,
}
MAPPING = {
    "fingerprint": "golden",
    "date_format": "iso",
    "starts_at": 0,
    "ends_at": 1,
    "title": 2,
}
FILES = {
    "calendar.ics": write_ics(30),
    "bundle.json": write_fhir(30),
    "report.csv": write_simplepractice(30),
    "table.csv": write_table(30),
}
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"do": "week", "monday": None},
    {"do": "week", "monday": "2026-11-02"},  # the week after the clocks went back in New York
    {"do": "week", "monday": "2026-10-26"},  # the week in which they did
    {"do": "explain", "figure": "weighted_hours", "monday": None},
    {"do": "explain", "figure": "after_hours_minutes", "monday": None},
    {"do": "standing"},
    {"do": "kinds"},
)


@pytest.mark.parametrize("name", FILES)
def test_the_device_answers_in_the_same_bytes(room: Page, name: str) -> None:
    here, device = Desk(), room.workers[0]
    reading = {"do": "read", "source": "golden", "name": name}
    if name == "table.csv":
        reading["mapping"] = MAPPING

    said_here = [here.answer(_request(reading), FILES[name])]
    said_there = [device.evaluate(ASK_THE_DEVICE, [_request(reading), FILES[name].decode()])]
    for question in QUESTIONS:
        said_here.append(here.answer(_request(question)))
        said_there.append(device.evaluate(ASK_THE_DEVICE, [_request(question), None]))

    assert said_there == said_here
    assert all(json.loads(said)["ok"] for said in said_here)


def _request(asked: dict[str, Any]) -> str:
    now = f"{NOW.isoformat()}-05:00"
    return json.dumps({"settings": SETTINGS, "now": now, "key": "5a" * 32, **asked})
