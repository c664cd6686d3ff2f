"""The page's own Python answers the golden questions with the same bytes as the server's Python;
the models' numbers the same to 1e-9 of themselves, and the picture drawn of them alike.

The questions go to the real worker of the built page, by the messages that the page itself sends.
"""

import base64

import pytest
from playwright.sync_api import Page
from tests.golden.asking import CASES, Question, list_questions, read_expected
from tests.golden.rooms import find_differences, list_room_questions, read_room_expected
from tests.journeys.conftest import PageAt
from tests.journeys.room_page import wait_until_ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REMEMBER_WORKERS = """
const Plain = Worker;
globalThis.workers = {};
globalThis.Worker = class extends Plain {
  constructor(address, ...more) {
    super(address, ...more);
    globalThis.workers[String(address).split("/").at(-1)] = this;
  }
};
"""
ASK = """([id, request, file]) => new Promise((resolve) => {
  const worker = globalThis.workers["worker.js"];
  worker.addEventListener("message", function hear({ data }) {
    if (data.id !== id) return;
    worker.removeEventListener("message", hear);
    resolve(data.answer);
  });
  const bytes = file === null ? null : Uint8Array.from(atob(file), (c) => c.charCodeAt(0)).buffer;
  worker.postMessage({ id, request, file: bytes }, bytes ? [bytes] : []);
})"""


def test_the_worker_answers_byte_for_byte(page_at: PageAt, built_page: str) -> None:
    page = page_at(360)
    page.add_init_script(REMEMBER_WORKERS)
    page.goto("/room/")
    wait_until_ready(page)

    for case in CASES:
        questions = list_questions(case)
        answers = [_ask(page, f"{case} {n}", question) for n, question in enumerate(questions)]
        for answer, expected in zip(answers, read_expected(case), strict=True):
            assert answer.encode() == expected.encode(), case

    asked = list_room_questions()
    told = [_ask(page, f"room {n}", Question(request=one)) for n, one in enumerate(asked)]
    kept = zip(asked, told, read_room_expected(), strict=True)
    assert [one for three in kept for one in find_differences(*three)] == []


def _ask(page: Page, name: str, question: Question) -> str:
    file = None if question.file is None else base64.b64encode(question.file).decode()
    answer: str = page.evaluate(ASK, [name, question.request, file])
    return answer
