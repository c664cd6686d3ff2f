"""Nothing of an uploaded calendar's words is left anywhere: kept, refused or broken."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.signing import Signer
from tests.cast import Cast
from tests.site.canary.calendars import FORMATS, Canaries
from tests.site.canary.places import Places, look_at_every_page
from tests.site.canary.uploading import Uploads

from fallow.workload.sorting.sort import Sorter
from fallow_site.integrations.upload.fetch import fingerprint
from fallow_site.workload.models import ImportReport, StoredAppointment

pytestmark = pytest.mark.django_db(transaction=True)
Break = Callable[[bytes, str], bytes]


def test_what_is_kept_holds_no_word_of_what_was_read(cast: Cast, places: Places) -> None:
    canaries = {name: Canaries() for name in FORMATS}
    for name, canary in canaries.items():
        uploads = Uploads(places, cast, name)
        content = FORMATS[name].write(canary)
        uploads.bring(FORMATS[name].file_name, content)
        uploads.link_everything_to_ada()
        uploads.bring(FORMATS[name].file_name, content)
        assert StoredAppointment.objects.filter(source=uploads.source).count() == 3

    look_at_every_page(places, cast)

    assert min(len(canary.fields) for canary in canaries.values()) >= 4
    found = {name: places.find(canary.mark) for name, canary in canaries.items()}
    assert found == {name: set() for name in FORMATS}


def cut_short(content: bytes, _word: str) -> bytes:
    return content[: len(content) * 2 // 3]


def with_an_open_quote(content: bytes, word: str) -> bytes:
    return content + f'\n"{word}'.encode()


def with_a_broken_end(content: bytes, word: str) -> bytes:
    return content.replace(b"}", b"", 1) + word.encode() + b"\xff\xfe\x00"


def as_a_page(_content: bytes, word: str) -> bytes:
    return f"<html><title>{word}</title></html>".encode()


def as_an_archive(content: bytes, word: str) -> bytes:
    return b"PK\x03\x04" + word.encode() + content


def without_a_header(content: bytes, word: str) -> bytes:
    return f"Ada Amber,2026-03-02 09:00,{word},{word}\n".encode()


def with_one_giant_line(content: bytes, word: str) -> bytes:
    return content + b"\n" + word.encode() * 40_000


def _sign(content: bytes) -> str:
    """As if it had been looked at: what keeps it out is that it cannot be read."""
    return Signer(salt="fallow.preview").sign(fingerprint(BytesIO(content)))


STILL_WHOLE = {("icalendar", with_an_open_quote), ("icalendar", with_a_broken_end)}
"""What comes after the end of a calendar is no part of it: it is read, and the words stay out."""


@pytest.mark.parametrize(
    "spoil",
    [
        cut_short, with_an_open_quote, with_a_broken_end, as_a_page, as_an_archive,
        without_a_header, with_one_giant_line,
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["icalendar", "table", "bundle", "lines"])
def test_what_cannot_be_read_is_refused_without_a_word_of_it(
    cast: Cast, places: Places, canary: Canaries, *, name: str, spoil: Break
) -> None:
    uploads = Uploads(places, cast)
    content = spoil(FORMATS[name].write(canary), canary("broken"))

    uploads.post("look", FORMATS[name].file_name, content)
    uploads.post("keep", FORMATS[name].file_name, content, signed=_sign(content))

    assert ImportReport.objects.count() == ((name, spoil) in STILL_WHOLE)
    assert places.find(canary.mark) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_an_error_that_nobody_foresaw_quotes_nothing(
    cast: Cast, places: Places, canary: Canaries, monkeypatch: pytest.MonkeyPatch, *, name: str
) -> None:
    """As a library would, the sorter breaks with the title in its mouth."""

    def break_with_words(_self: Sorter, *, title: str, **_named: object) -> None:
        raise ValueError(f"cannot sort {title!r}")

    monkeypatch.setattr(Sorter, "sort", break_with_words)
    uploads = Uploads(places, cast)

    uploads.bring(FORMATS[name].file_name, FORMATS[name].write(canary))

    assert "ValueError" in places.log.getvalue()
    assert StoredAppointment.objects.count() == 0
    assert places.find(canary.mark) == set()
