"""What is done to every answer: nothing of a page stays behind on the device that showed it.

It knows nothing of who is looking. The files of the private room say themselves how they are kept.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def no_store_middleware(get_response: Answer) -> Answer:
    """This will forbid keeping a page, so that Back shows nothing after signing out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
