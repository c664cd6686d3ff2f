"""The page of one's own reminder, and the two links of a note.

A link of a note signs nobody in. Looking at it changes nothing, because programs open links too.
"""

from dataclasses import asdict

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.individual.reminders.actions import drop_reminder, record_reminder
from fallow_site.individual.reminders.forms import ReminderForm
from fallow_site.individual.reminders.links import is_room_link, read_stop_link
from fallow_site.individual.reminders.queries import find_own_wish, find_own_zone
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form


@login_required
@require_form
def reminder(request: HttpRequest) -> HttpResponse:
    account = _own(request)
    wish = find_own_wish(account)
    initial = asdict(wish) if wish else {"zone": find_own_zone(account)}
    form = ReminderForm(request.POST or None, initial=initial)
    if settings.FALLOW_SENDS_MAIL and form.is_valid():
        try:
            record_reminder(by=account, wish=form.read_wish(), at=now())
            return redirect("reminder")
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "reminders/reminder.html", {"form": form, "is_on": wish is not None})


@login_required
@require_POST
def end_reminder(request: HttpRequest) -> HttpResponse:
    drop_reminder(by=_own(request), at=now())
    return redirect("reminder")


@require_safe
def follow_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Good for 36 hours, it leads to the room; after that or altered, it is gone."""
    answer = redirect("room") if is_room_link(secret) else _say_gone(request)
    return _without_referrer(answer)


@csrf_exempt  # RFC 8058: a mail program sends it, without cookies; the link itself is the word
@require_form
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    is_ours, account = read_stop_link(secret)
    if not is_ours:
        return _without_referrer(_say_gone(request))
    if request.method == "POST" and account is not None:
        drop_reminder(by=account, at=now())
    asks = request.method != "POST" and account is not None
    return _without_referrer(render(request, "reminders/stop.html", {"asks": asks}))


def _say_gone(request: HttpRequest) -> HttpResponse:
    return render(request, "reminders/gone.html", status=410)


def _without_referrer(answer: HttpResponse) -> HttpResponse:
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _own(request: HttpRequest) -> Account:
    if not isinstance(request.user, Account):
        raise Http404
    return request.user
