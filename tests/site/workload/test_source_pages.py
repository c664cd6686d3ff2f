"""A calendar is looked at before anything is kept, and read the way its keeper said."""

from datetime import datetime
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Cast
from tests.site.conftest import SignIn
from tests.site.workload.bringing import bring, make_source, session, write_table

from fallow_site.workload.models import ClinicianKey, ImportReport, Source, StoredAppointment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_today")]
SIMPLEPRACTICE = (
    "Date of Service,Client,Clinician,Billing Code,Rate per Unit,Units,Total Fee\n"
    "03/02/2026 09:00,Marigold Canary,Ada,{code},150,1,150\n"
)


def upload(client: Client, source: Source, page: str, content: bytes, **fields: str) -> str:
    file = SimpleUploadedFile("calendar.csv", content)
    address = f"/practice/{source.practice.public_id}/sources/{source.public_id}/{page}/"
    answer = client.post(address, {"file": file, **fields}, follow=True)
    return unescape(answer.content.decode())


def signed(page: str) -> str:
    return page.split('name="signed" value="')[1].split('"', maxsplit=1)[0]


def report(code: str = "90834") -> bytes:
    return SIMPLEPRACTICE.format(code=code).encode()


def test_a_look_tells_what_would_be_kept_and_dropped_and_keeps_nothing(
    cast: Cast, sign_in: SignIn
) -> None:
    source = make_source(cast)

    page = upload(sign_in(cast.root), source, "look", report())

    assert "1 of 1" in page
    assert "Client" in page
    assert "Total Fee" in page
    assert "Marigold" not in page
    assert StoredAppointment.objects.count() == ImportReport.objects.count() == 0
    assert ClinicianKey.objects.count() == 0


def test_what_was_looked_at_is_kept(cast: Cast, sign_in: SignIn) -> None:
    source, root = make_source(cast), sign_in(cast.root)
    looked = upload(root, source, "look", report())

    page = upload(root, source, "keep", report(), signed=signed(looked))

    assert "Kept: 1 of 1" in page
    assert StoredAppointment.objects.count() == 1


def test_another_file_than_the_one_looked_at_is_not_kept(cast: Cast, sign_in: SignIn) -> None:
    source, root = make_source(cast), sign_in(cast.root)
    looked = upload(root, source, "look", report())

    page = upload(root, source, "keep", report("90837"), signed=signed(looked))

    assert "not the one that was looked at" in page
    assert StoredAppointment.objects.count() == 0


def test_a_file_that_nobody_looked_at_is_not_kept(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)

    upload(sign_in(cast.root), source, "keep", report(), signed="made up")

    assert StoredAppointment.objects.count() == 0


def test_an_unknown_table_asks_which_column_is_which_and_remembers(
    cast: Cast, sign_in: SignIn
) -> None:
    source, root = make_source(cast), sign_in(cast.root)
    asked = upload(root, source, "look", write_table(session(2, 9)))
    mark = asked.split('name="map-fingerprint" value="')[1].split('"')[0]
    columns = {"map-fingerprint": mark, "map-columns": "6", "map-starts_at": "1"}
    columns |= {"map-ends_at": "2", "map-clinician": "0", "map-title": "3", "map-client": "4"}
    columns |= {"map-date_format": "iso"}

    looked = upload(root, source, "look", write_table(session(2, 9)), **columns)
    upload(root, source, "keep", write_table(session(2, 9)), signed=signed(looked), **columns)

    assert StoredAppointment.objects.count() == 1
    again = upload(root, source, "look", write_table(session(3, 9)))
    assert "Which column is which?" not in again


def test_a_form_that_was_tampered_with_is_refused_and_not_an_error(
    cast: Cast, sign_in: SignIn
) -> None:
    told = {"map-fingerprint": "a" * 16, "map-columns": "abc"}

    page = upload(sign_in(cast.root), make_source(cast), "look", write_table(session(2, 9)), **told)

    assert "A column is still open. Choose the column that holds the start." in page


def test_a_refusal_says_what_happened_and_what_to_do(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)

    page = upload(sign_in(cast.root), source, "look", b"\x89PNG\r\n\x1a\n\0\0")

    assert "This file is a picture" in page
    assert "Export the calendar as .ics or as CSV" in page


def test_words_and_code_lengths_that_the_keeper_said_are_used(cast: Cast, sign_in: SignIn) -> None:
    source, root = make_source(cast), sign_in(cast.root)
    address = f"/practice/{source.practice.public_id}/sources/{source.public_id}/settings/"
    root.post(address, {"minutes_by_code": "90834 50", "words_supervision": "staffing, huddle"})
    source.refresh_from_db()

    bring(cast, source, "Ada,2026-03-02 09:00,2026-03-02 09:30,Morning huddle,,")
    looked = upload(root, source, "look", report())
    upload(root, source, "keep", report(), signed=signed(looked))

    kinds = dict(StoredAppointment.objects.values_list("kind", "ends_at"))
    assert set(kinds) == {"supervision", "individual"}
    assert (kinds["individual"].hour, kinds["individual"].minute) == (14, 50)  # 9:50 in New York


def test_a_part_2_source_keeps_of_a_session_that_it_was_one(cast: Cast, sign_in: SignIn) -> None:
    """docs/adr/0020: its type is not kept, and a full week is not read as a light one."""
    source, root = make_source(cast), sign_in(cast.root)
    address = f"/practice/{source.practice.public_id}/sources/{source.public_id}/settings/"

    root.post(address, {"strips_types": "on", "minutes_by_code": ""})
    source.refresh_from_db()
    bring(cast, source, session(2, 9).replace("Session", "Telehealth intake"))

    kept = StoredAppointment.objects.get()
    assert (kept.kind, kept.label_ref, kept.modality) == ("individual", None, "unknown")


def test_a_line_that_is_no_code_with_a_length_is_refused_kindly(
    cast: Cast, sign_in: SignIn
) -> None:
    source = make_source(cast)
    address = f"/practice/{source.practice.public_id}/sources/{source.public_id}/settings/"

    page = sign_in(cast.root).post(address, {"minutes_by_code": "about an hour"})

    assert "Write it as 90834 45" in page.content.decode()


def test_appointments_are_kept_as_long_as_the_practice_says(cast: Cast, sign_in: SignIn) -> None:
    root = sign_in(cast.root)

    root.post(f"/practice/{cast.practice.public_id}/retention/", {"years": "5"})
    root.post(f"/practice/{cast.practice.public_id}/retention/", {"years": "50"})

    cast.practice.refresh_from_db()
    assert cast.practice.appointment_years == 5


def test_a_source_goes_with_all_that_it_told(
    cast: Cast, sign_in: SignIn, frozen_today: datetime
) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), at=frozen_today)

    address = f"/practice/{source.practice.public_id}/sources/{source.public_id}/remove/"
    sign_in(cast.root).post(address)

    assert Source.objects.count() == StoredAppointment.objects.count() == 0
