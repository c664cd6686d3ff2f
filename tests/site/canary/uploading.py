"""Uploads a calendar as an administrator does: look, say the columns, look again, keep."""

from dataclasses import dataclass
from html.parser import HTMLParser

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import Cast
from tests.site.canary.places import Places, client_of
from tests.site.workload.bringing import link_to, make_source

from fallow_site.workload.models import ClinicianKey, Source


class _Fields(HTMLParser):
    """The fields of a form as it stands: hidden ones, and what is chosen in each list."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._list = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.found[str(given["name"])] = given.get("value") or ""
        if tag == "select":
            self._list = given.get("name") or ""
        if tag == "option" and "selected" in given and self._list:
            self.found[self._list] = given.get("value") or ""


def fields_of(page: str) -> dict[str, str]:
    parser = _Fields()
    parser.feed(page)
    return {name: value for name, value in parser.found.items() if name != "csrfmiddlewaretoken"}


@dataclass
class Uploads:
    """One source of the practice, and Root who brings files to it."""

    places: Places
    cast: Cast
    name: str = "Calendar"

    def __post_init__(self) -> None:
        self.source: Source = make_source(self.cast, self.name)
        self.root = client_of(self.cast.root)

    def post(self, page: str, name: str, content: bytes, **fields: str) -> str:
        address = f"/practice/{self.cast.practice.public_id}/sources/{self.source.public_id}"
        file = SimpleUploadedFile(name, content)
        told = {"file": file, **fields}
        return self.places.see(self.root.post(f"{address}/{page}/", told, follow=True))

    def bring(self, name: str, content: bytes) -> None:
        """This will look at it as often as it has to be, and keep it."""
        page = self.post("look", name, content)
        if "map-fingerprint" in fields_of(page):
            page = self.post("look", name, content, **fields_of(page))
        self.post("keep", name, content, **fields_of(page))

    def link_everything_to_ada(self) -> None:
        for key in ClinicianKey.objects.filter(source=self.source, confirmed_at=None):
            link_to(self.cast, self.cast.ada, self.source, key=key.key)
