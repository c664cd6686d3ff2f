"""The posted list. One page, alphabetical, the same for every member, with nothing to sort."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fallow.base.periods import local_date, monday_of
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.kit.clock import now
from fallow_site.organizational.posted.headroom import sum_headroom
from fallow_site.workload.queries import (
    count_unlinked_calendars,
    find_policy,
    list_posted_weeks,
)


@for_member(Action.READ_POSTED_LIST)
@require_safe
def posted(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    today = local_date(now(), zone=viewer.practice.zone)
    monday = _read_monday(request.GET.get("week"), today)
    lines = list_posted_weeks(viewer, monday)
    context = {
        "viewer": viewer,
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(weeks=1),
        "after": monday + timedelta(weeks=1),
        "lines": lines,
        "teams": sum_headroom(lines),
        "policy": find_policy(viewer, monday + timedelta(days=6)),
        "unlinked": count_unlinked_calendars(viewer),
    }
    return render(request, "posted/posted.html", context)


def _read_monday(text: str | None, today: date) -> date:
    if text is None:
        return monday_of(today)
    try:
        return monday_of(date.fromisoformat(text))
    except ValueError:
        raise Http404 from None
