"""Pages of the installation itself: is it well, and a form that was open too long."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For machines: is the server answering, and is its database there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("well\n", content_type="text/plain")


def form_open_too_long(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form came without the proof that it is ours, usually because it was open for days."""
    return render(request, "403_csrf.html", status=403)
