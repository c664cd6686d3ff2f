"""The pages of sources and policy. They ask and show; the actions decide.

A file is looked at before anything is kept: the same form sends it again to be kept.
"""

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fallow.base.errors import FallowError
from fallow.base.periods import local_date
from fallow.workload.limits.catalog import find_entry, list_entries
from fallow.workload.readers.dispatch import MappingNeeded
from fallow.workload.readers.reading import ColumnMapping
from fallow_site.foundation.organizations.queries import find_member, list_members
from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer, for_member
from fallow_site.integrations.fetched import Fetched
from fallow_site.integrations.upload.fetch import fingerprint, receive_file
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form
from fallow_site.workload.actions import (
    adopt_policy,
    record_caseload_reading,
    record_import,
    record_link,
    record_retention,
    record_source,
    record_source_settings,
    remove_source,
)
from fallow_site.workload.forms import (
    MappingForm,
    PolicyForm,
    RetentionForm,
    SourceForm,
    SourceSettingsForm,
)
from fallow_site.workload.keeping.fetching import fetch_source, read_fetched
from fallow_site.workload.models import Source
from fallow_site.workload.queries import (
    find_key,
    find_policy,
    find_source,
    list_keys,
    list_policy_versions,
    list_reports,
    list_sources,
)

_SIGNER = Signer(salt="fallow.preview")


@for_member(Action.EDIT_SOURCES)
@require_form
def sources(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = SourceForm(request.POST or None, initial={"zone": viewer.practice.zone})
    if form.is_valid():
        try:
            made = record_source(by=viewer, at=now(), **form.read_source())
            return redirect("source", viewer.practice.public_id, made.public_id)
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    years = RetentionForm(initial={"years": viewer.practice.appointment_years})
    context = {"viewer": viewer, "sources": list_sources(viewer), "form": form, "years": years}
    return render(request, "workload/sources.html", context)


@for_member(Action.EDIT_SOURCES)
@require_POST
def retention(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = RetentionForm(request.POST)
    if form.is_valid():
        record_retention(by=viewer, at=now(), **form.cleaned_data)
        messages.success(request, "Kept. What is older goes with the next night's tidying.")
    else:
        messages.error(
            request, "Appointments are kept for 1 to 10 years. Choose a number from 1 to 10."
        )
    return redirect("sources", practice_id=viewer.practice.public_id)


@for_member(Action.EDIT_SOURCES)
@require_safe
def source(request: HttpRequest, viewer: Viewer, source_id: str) -> HttpResponse:
    found = find_source(viewer, source_id)
    context = {
        "viewer": viewer,
        "source": found,
        "keys": list_keys(viewer, found),
        "members": list_members(viewer),
        "reports": list_reports(viewer, found),
    }
    return render(request, "workload/source.html", context)


@for_member(Action.EDIT_SOURCES)
@require_form
def source_settings(request: HttpRequest, viewer: Viewer, source_id: str) -> HttpResponse:
    found = find_source(viewer, source_id)
    form = SourceSettingsForm(request.POST or None, source=found)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("strips_types", "minutes_by_code")}
        record_source_settings(by=viewer, source=found, rules=form.read_rules(), at=now(), **told)
        messages.success(request, "Kept. It holds from the next reading on.")
        return redirect("source", viewer.practice.public_id, source_id)
    context = {"viewer": viewer, "source": found, "form": form}
    return render(request, "workload/source_settings.html", context)


@for_member(Action.EDIT_SOURCES)
@require_POST
def preview(request: HttpRequest, viewer: Viewer, source_id: str) -> HttpResponse:
    """Shows what would be kept and what dropped; nothing is stored."""
    found = find_source(viewer, source_id)
    context: dict[str, object] = {"viewer": viewer, "source": found}
    try:
        fetched = _fetch(request, found)
        context["signed"] = _sign(found, fetched)
        mapping = _mapping(request)
        context["reading"] = read_fetched(found, fetched, at=now(), mapping=mapping)
        context["mapped"] = [(n, v) for n, v in request.POST.items() if n.startswith("map-")]
    except MappingNeeded as needed:
        context["mapping_form"] = _mapping_form(needed)
        context["needed"] = needed
    except FallowError as refusal:
        context["refusal"] = refusal
    return render(request, "workload/preview.html", context)


@for_member(Action.EDIT_SOURCES)
@require_POST
def keep(request: HttpRequest, viewer: Viewer, source_id: str) -> HttpResponse:
    """Keeps what was looked at, if it is still the same."""
    found, at = find_source(viewer, source_id), now()
    try:
        fetched = _fetch(request, found)
        _check_looked_at(request, found, fetched)
        mapping = _mapping(request)
        reading = read_fetched(found, fetched, at=at, mapping=mapping)
        report = record_import(by=viewer, source=found, reading=reading, at=at, mapping=mapping)
        messages.success(request, f"Kept: {report.rows_used} of {report.rows_read}.")
    except FallowError as refusal:
        messages.error(request, str(refusal))
    return redirect("source", viewer.practice.public_id, source_id)


def _fetch(request: HttpRequest, found: Source) -> Fetched:
    if found.way != Source.Way.UPLOAD:
        return fetch_source(found, at=now(), is_fresh=True)
    file = request.FILES.get("file")
    if file is None:
        raise FallowError("No file was chosen.", "Choose a calendar file and look at it first.")
    return receive_file(file)


def _sign(found: Source, fetched: Fetched) -> str:
    return _SIGNER.sign(_mark(found, fetched))


def _mark(found: Source, fetched: Fetched) -> str:
    """A file has to be the same file; what a feed tells may have moved on by a minute."""
    if found.way != Source.Way.UPLOAD or isinstance(fetched.content, bytes | None):
        return found.public_id
    return fingerprint(fetched.content)


def _check_looked_at(request: HttpRequest, found: Source, fetched: Fetched) -> None:
    changed = FallowError(
        "The calendar is not the one that was looked at.", "Look at it once more, then keep it."
    )
    try:
        looked_at = _SIGNER.unsign(request.POST.get("signed", ""))
    except BadSignature:
        raise changed from None
    if looked_at != _mark(found, fetched):
        raise changed


def _mapping_form(needed: MappingNeeded) -> MappingForm:
    suggested = needed.suggestion
    names = MappingForm(header=needed.header).fields
    initial = {name: getattr(suggested, name) for name in names} if suggested else {}
    return MappingForm(header=needed.header, initial=initial, prefix="map")


def _mapping(request: HttpRequest) -> ColumnMapping | None:
    mark = request.POST.get("map-fingerprint")
    if not mark:
        return None
    columns = request.POST.get("map-columns", "")[:3]
    header = tuple(str(n) for n in range(int(columns) if columns.isdecimal() else 0))
    form = MappingForm(request.POST, header=header, prefix="map")
    if not form.is_valid():
        raise FallowError("A column is still open.", "Choose the column that holds the start.")
    return form.read_mapping(mark[:16])


@for_member(Action.EDIT_SOURCES)
@require_POST
def link(request: HttpRequest, viewer: Viewer, *, source_id: str, key_id: str) -> HttpResponse:
    found = find_source(viewer, source_id)
    key = find_key(viewer, found, key_id=key_id)
    chosen = request.POST.get("member", "")
    membership = find_member(viewer, chosen) if chosen else None
    record_link(by=viewer, key=key, membership=membership, at=now())
    return redirect("source", viewer.practice.public_id, source_id)


@for_member(Action.EDIT_SOURCES)
@require_POST
def remove(request: HttpRequest, viewer: Viewer, source_id: str) -> HttpResponse:
    remove_source(by=viewer, source=find_source(viewer, source_id), at=now())
    messages.success(request, "The source and all that it told were removed.")
    return redirect("sources", practice_id=viewer.practice.public_id)


@for_member(Action.READ_ACUITY)
@require_safe
def caseloads(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    context = {"viewer": viewer, "caseloads": record_caseload_reading(by=viewer, at=now())}
    return render(request, "workload/caseloads.html", context)


@for_member(Action.READ_POLICY)
@require_safe
def policy(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    found = find_policy(viewer, local_date(now(), zone=viewer.practice.zone))
    context = {
        "viewer": viewer,
        "policy": found,
        "weights": [(find_entry(key).label, weight) for key, weight in found.weights],
        "versions": list_policy_versions(viewer),
        "entries": list_entries(),
        "may_adopt": viewer.allows(Action.ADOPT_POLICY),
    }
    return render(request, "workload/policy.html", context)


@for_member(Action.ADOPT_POLICY)
@require_form
def adopt(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = PolicyForm(
        request.POST or None,
        policy=find_policy(viewer, local_date(now(), zone=viewer.practice.zone)),
    )
    if form.is_valid():
        try:
            adopt_policy(by=viewer, policy=form.read_policy(), at=now())
            return redirect("policy", practice_id=viewer.practice.public_id)
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "workload/adopt.html", {"viewer": viewer, "form": form})
