"""Pages of the installation itself: is it well, a form that was open too long, and what broke."""

import sys

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe
from django.views.defaults import server_error

from fallow_site.kit.failing.full_disk import is_full

NO_ROOM = "The server has no room left, so nothing of this was kept. Tell the person who runs it."


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For machines: is the server answering, and is its database there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("well\n", content_type="text/plain")


def form_open_too_long(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form came without the proof that it is ours, usually because it was open for days."""
    return render(request, "403_csrf.html", status=403)


def broke(request: HttpRequest) -> HttpResponse:
    """What could not be answered; a full disk is said as such, for then trying again is no help."""
    if not is_full(sys.exc_info()[1]):
        return server_error(request)
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": NO_ROOM}, status=507)
    return HttpResponse(loader.get_template("507.html").render(), status=507)
