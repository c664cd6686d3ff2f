"""Notes when a session was last used and from where, so that the person it belongs to may see it.

It knows one row of allauth for each session. Looking at a page does not write: a commit waits for
the disk, and eight people who look at once would wait for one another. Ten minutes are near enough.
The private room's calls are never noted: a minute would tell when someone wrote about themselves.
"""

from collections.abc import Callable
from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from fallow_site.kit.clock import now
from fallow_site.kit.failing.full_disk import is_full

_PRIVATE = "/api/own/"
NOTED_EVERY = timedelta(minutes=10)
Answer = Callable[[HttpRequest], HttpResponse]


def last_seen_middleware(get_response: Answer) -> Answer:
    """This will note the use of a session unless it was noted lately from the same place."""

    def middleware(request: HttpRequest) -> HttpResponse:
        signed_in = request.user.is_authenticated and request.session.session_key
        if signed_in and not request.path.startswith(_PRIVATE) and not _is_noted(request):
            _note(request)
        return get_response(request)

    return middleware


def _note(request: HttpRequest) -> None:
    """On a full disk one still looks at a page."""
    try:
        UserSession.objects.create_from_request(request)
    except DatabaseError as error:
        if not is_full(error):
            raise


def _is_noted(request: HttpRequest) -> bool:
    longest = UserSession._meta.get_field("user_agent").max_length
    noted = UserSession.objects.filter(
        session_key=request.session.session_key,
        user_id=request.user.pk,
        ip=get_adapter().get_client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT", "")[:longest],
        last_seen_at__gt=now() - NOTED_EVERY,
    )
    return bool(noted.exists())
