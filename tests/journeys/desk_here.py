"""A desk for journeys that ask the device's Python a little: it answers in this process.

The page's own worker would load a runtime first, which takes seconds. What is asked, and what is
answered, is the same; journeys about the worker itself use the real one.
"""

from playwright.sync_api import Page, Route

from fallow.individual.desk import RoomDesk
from fallow_site.kit.policies import PRIVATE_POLICY

_WORKER = """
postMessage({ ready: true });
onmessage = async ({ data: { id, request, file } }) => {
  const told = JSON.stringify({ request, file: file ? [...new Uint8Array(file)] : null });
  const answer = await fetch("/desk-of-this-test", { method: "POST", body: told });
  postMessage({ id, answer: await answer.text() });
};
"""


def answer_from_here(page: Page) -> None:
    """This will hand the page a worker that passes each question on to this process."""
    desk = RoomDesk()
    headers = {"Content-Type": "text/javascript", "Content-Security-Policy": PRIVATE_POLICY}

    def answer(route: Route) -> None:
        told = route.request.post_data_json
        file = None if told["file"] is None else bytes(told["file"])
        route.fulfill(body=desk.answer(told["request"], file))

    page.context.route(
        "**/room/*/worker.js", lambda route: route.fulfill(body=_WORKER, headers=headers)
    )
    page.context.route("**/desk-of-this-test", answer)
