"""Sends the files of the private room, each with the private policy and without a session."""

from django.conf import settings
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotFound,
    HttpResponseNotModified,
)
from django.views.decorators.http import require_safe

from fallow_site.foundation.room.files import RoomFile, find_room_file, find_shell_file
from fallow_site.kit.policies import PRIVATE_POLICY

ASK_EACH_TIME = "no-cache"
KEEP_A_YEAR = "public, max-age=31536000, immutable"
_NOT_BUILT = "The page is not built yet. Run: python3 go.py build"


@require_safe
def room(request: HttpRequest) -> HttpResponseBase:
    found = find_shell_file(settings.FALLOW_BUILT, "index.html", accepted=_accepted(request))
    if found is None:
        return _with_headers(HttpResponse(_NOT_BUILT, status=503, content_type="text/plain"))
    return _send(request, found, cache=ASK_EACH_TIME)


@require_safe
def service_worker(request: HttpRequest) -> HttpResponseBase:
    name = "service-worker.js"
    found = find_shell_file(settings.FALLOW_BUILT, name, accepted=_accepted(request))
    return _send(request, found, cache=ASK_EACH_TIME)


@require_safe
def room_file(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    accepted = _accepted(request)
    found = find_room_file(settings.FALLOW_BUILT, name, folder=folder, accepted=accepted)
    return _send(request, found, cache=KEEP_A_YEAR)


def _accepted(request: HttpRequest) -> str:
    return request.headers.get("Accept-Encoding", "")


def _send(request: HttpRequest, found: RoomFile | None, *, cache: str) -> HttpResponseBase:
    if found is None:
        return _with_headers(HttpResponseNotFound("There is nothing here.", "text/plain"))
    response: HttpResponseBase
    if request.headers.get("If-None-Match") == found.mark:
        response = HttpResponseNotModified()
    else:
        response = FileResponse(found.path.open("rb"), content_type=found.content_type)
        if found.encoding:
            response["Content-Encoding"] = found.encoding
    response["ETag"] = found.mark
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = cache
    return _with_headers(response)


def _with_headers(response: HttpResponseBase) -> HttpResponseBase:
    """A worker obeys the policy of its own script, so every answer carries the private one."""
    response["Content-Security-Policy"] = PRIVATE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Opener-Policy"] = "same-origin"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Referrer-Policy"] = "no-referrer"
    return response
