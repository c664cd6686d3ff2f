"""The laws of what is kept, asked of the models as Django knows them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from django.urls import URLPattern, URLResolver, get_resolver

from fallow_site.foundation.organizations.models import make_public_id

OURS = [model for model in apps.get_models() if model.__module__.startswith("fallow_site")]
INDIVIDUAL = ("fallow_site.individual", "fallow_site.sharing")
ABOUT_A_PERSON = {
    "AuditEntry", "AcuityAnswer", "ClinicianKey", "PostedRow", "SealedRow", "StoredAppointment",
}  # fmt: skip
PERSONS = {"Account", "Membership"}


def _is_private(model: type[models.Model]) -> bool:
    return model.__module__.startswith(INDIVIDUAL) or model.__name__ in ABOUT_A_PERSON


def _relations(model: type[models.Model]) -> Iterator[Any]:
    return (field for field in model._meta.get_fields() if field.is_relation and field.concrete)


def _reachable_backwards(model: type[models.Model]) -> list[str]:
    to_persons = [f for f in _relations(model) if f.related_model.__name__ in PERSONS]
    return [field.name for field in to_persons if not field.remote_field.hidden]


@pytest.mark.parametrize("model", [m for m in OURS if _is_private(m)], ids=lambda m: m.__name__)
def test_no_person_leads_back_to_what_is_private(model: type[models.Model]) -> None:
    assert _reachable_backwards(model) == []


@isolate_apps("fallow_site.workload")
def test_the_law_finds_a_way_back() -> None:
    class Diary(models.Model):
        owner = models.ForeignKey("accounts.Account", on_delete=models.CASCADE)

        class Meta:
            app_label = "workload"

    Diary._meta.get_field("owner").remote_field.model = apps.get_model("accounts.Account")
    assert _reachable_backwards(Diary) == ["owner"]


def test_every_private_model_that_is_named_exists() -> None:
    assert {model.__name__ for model in OURS} >= ABOUT_A_PERSON


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_no_other_door_points_into_the_private_room(model: type[models.Model]) -> None:
    if not model.__module__.startswith(INDIVIDUAL):
        pointed = [field.related_model.__module__ for field in _relations(model)]
        assert [module for module in pointed if module.startswith(INDIVIDUAL)] == []


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_a_record_names_itself_without_saying_anything(model: type[models.Model]) -> None:
    record = model()
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField):
            setattr(record, field.attname, "CANARY")

    assert "CANARY" not in f"{record} {record!r}"
    assert not any(letter.isdigit() for letter in str(record))


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_rows_have_no_order_of_their_own(model: type[models.Model]) -> None:
    assert model._meta.ordering == []


WITH_PUBLIC_ID = [m for m in OURS if any(f.name == "public_id" for f in m._meta.get_fields())]


@pytest.mark.parametrize("model", WITH_PUBLIC_ID, ids=lambda m: m.__name__)
def test_a_public_id_is_random_and_once(model: type[models.Model]) -> None:
    field = model._meta.get_field("public_id")

    assert field.default is make_public_id
    assert field.unique


def test_public_ids_have_128_bits_and_follow_no_order() -> None:
    made = [make_public_id() for _ in range(200)]

    assert {len(bytes.fromhex(one)) for one in made} == {16}
    assert len(set(made)) == 200
    assert made != sorted(made)


def _addresses(resolver: URLResolver) -> Iterator[URLPattern]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from _addresses(part)
        elif "fallow_site" in part.lookup_str:
            yield part


def test_no_address_of_ours_counts() -> None:
    counted = [
        f"{pattern.pattern}: {name}"
        for pattern in _addresses(get_resolver())
        for name, converter in pattern.pattern.converters.items()
        if type(converter).__name__ in {"IntConverter"} or name in {"pk", "id"}
    ]

    assert counted == []


def _checks(model: type[models.Model]) -> list[str]:
    found = model._meta.constraints
    return [str(check.condition) for check in found if isinstance(check, models.CheckConstraint)]


def _pairs(model: type[models.Model]) -> list[tuple[str, str]]:
    """`used_at` with `used_by`, where the row may be without them."""
    nullable = {f.name for f in model._meta.concrete_fields if f.null}
    starts = [name.removesuffix("_at") for name in nullable if name.endswith("_at")]
    return [(f"{start}_at", f"{start}_by") for start in starts if f"{start}_by" in nullable]


PAIRED = [(model, pair) for model in OURS for pair in _pairs(model)]


@pytest.mark.parametrize(("model", "pair"), PAIRED)
def test_when_and_by_whom_are_known_together_or_not_at_all(
    model: type[models.Model], pair: tuple[str, str]
) -> None:
    holds_both = [text for text in _checks(model) if all(f"{n}__isnull" in text for n in pair)]

    assert holds_both


SPANS = (
    ("starts_at", "ends_at"), ("started_at", "ended_at"), ("joined_at", "left_at"),
    ("made_at", "expires_at"), ("first_date", "last_date"),
)  # fmt: skip
SPANNING = [
    (model, span)
    for model in OURS
    for span in SPANS
    if set(span) <= {field.name for field in model._meta.concrete_fields}
]


@pytest.mark.parametrize(("model", "span"), SPANNING)
def test_no_span_runs_backwards(model: type[models.Model], span: tuple[str, str]) -> None:
    first, last = span

    assert [text for text in _checks(model) if first in text and f"{last}__g" in text] or [
        text for text in _checks(model) if f"{first}__l" in text and last in text
    ]


def test_the_laws_of_pairs_and_spans_hold_something() -> None:
    assert len(PAIRED) >= 1
    assert len(SPANNING) >= 5
