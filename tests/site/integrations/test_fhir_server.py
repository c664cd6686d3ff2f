"""A FHIR server is asked by date, page by page, and held to its own count."""

import json
from datetime import date

import pytest
from tests.site.integrations.answering import Answer, AnsweringServer, plainly

from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.fhir_server.fetch import Span, fetch_appointments

MARCH = Span(since=date(2026, 3, 1), until=date(2026, 4, 1))


def appointment(name: str, clinician: str = "Practitioner/ada") -> dict[str, object]:
    return {
        "resourceType": "Appointment",
        "id": name,
        "start": "2026-03-02T09:00:00-05:00",
        "participant": [{"actor": {"reference": clinician}}],
    }


def page(*resources: dict[str, object], onward: str = "", **fields: object) -> Answer:
    """A Bundle of one page, as FHIR R4 §3.1.1 describes a search's answer."""
    entries = [{"resource": resource, "search": {"mode": "match"}} for resource in resources]
    links = [{"relation": "self", "url": "ignored"}]
    if onward:
        links.append({"relation": "next", "url": onward})
    bundle = {"resourceType": "Bundle", "type": "searchset", "entry": entries, "link": links}
    return plainly(json.dumps(bundle | fields).encode())


def fetch(server: AnsweringServer, token: str = "") -> Fetched:
    return fetch_appointments(
        server.address("/fhir/"), token=token, span=MARCH, allow_loopback=True
    )


def ids(fetched: Fetched) -> list[str]:
    return [json.loads(line)["id"] for line in fetched.content.splitlines()]


def test_it_is_asked_by_date_alone(server: AnsweringServer) -> None:
    """A practitioner parameter brings an empty success from OpenEMR (formats.md §5)."""
    server.answers["/fhir/Appointment"] = page(appointment("1"))

    fetch(server)

    path, _, query = server.asked[0].path.partition("?")
    assert path == "/fhir/Appointment"
    assert query.startswith("date=ge2026-03-01&date=lt2026-04-01")
    assert "practitioner" not in query


@pytest.mark.parametrize("place", ["/fhir/more", "more?page=2", "{server}/fhir/more?page=2"])
def test_pages_are_followed_to_the_last(server: AnsweringServer, place: str) -> None:
    onward = place.format(server=server.address(""))
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward=onward, total=3)
    server.answers["/fhir/more"] = page(appointment("2"), appointment("3"), total=3)

    assert ids(fetch(server)) == ["1", "2", "3"]


def test_an_intern_without_a_number_is_gathered_too(server: AnsweringServer) -> None:
    """OpenEMR tells a provider without an NPI as Person (formats.md §5)."""
    server.answers["/fhir/Appointment"] = page(appointment("1"), appointment("2", "Person/pim"))

    assert b"Person/pim" in fetch(server).content


def test_what_is_no_appointment_is_left_behind(server: AnsweringServer) -> None:
    patient = {"resourceType": "Patient", "id": "9", "name": [{"family": "Someone"}]}
    server.answers["/fhir/Appointment"] = page(appointment("1"), patient, total=1)

    fetched = fetch(server)

    assert ids(fetched) == ["1"]
    assert b"Someone" not in fetched.content


def test_an_empty_success_is_an_empty_bundle(server: AnsweringServer) -> None:
    """formats.md §9: an empty 200 yields coverage lost; the reader finds nothing in it."""
    server.answers["/fhir/Appointment"] = page(total=0)

    assert json.loads(fetch(server).content)["entry"] == []


def test_a_server_that_counts_more_than_it_gives_is_refused(server: AnsweringServer) -> None:
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward="/fhir/more", total=3)
    server.answers["/fhir/more"] = page(appointment("2"))

    with pytest.raises(SourceUnreachable, match="counted more appointments than it gave"):
        fetch(server)


def test_one_that_is_given_twice_counts_once(server: AnsweringServer) -> None:
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward="/fhir/more", total=2)
    server.answers["/fhir/more"] = page(appointment("1"), appointment("2"), total=2)

    assert ids(fetch(server)) == ["1", "2"]


def test_the_token_goes_to_every_page_of_its_server(server: AnsweringServer) -> None:
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward="/fhir/more")
    server.answers["/fhir/more"] = page(appointment("2"))

    fetch(server, token="t0ken")

    assert [a.headers["Authorization"] for a in server.asked] == ["Bearer t0ken"] * 2


@pytest.mark.parametrize(
    "onward",
    ["http://127.0.0.1:1/fhir", "https://127.0.0.1/fhir", "http://other.example/", "http://["],
)
def test_a_page_elsewhere_is_refused_before_the_token_is_sent(
    server: AnsweringServer, onward: str
) -> None:
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward=onward)

    with pytest.raises(SourceUnreachable, match="did not answer with appointments"):
        fetch(server, token="t0ken")

    assert len(server.asked) == 1


def test_pages_that_go_round_in_a_circle_end(server: AnsweringServer) -> None:
    server.answers["/fhir/Appointment"] = page(appointment("1"), onward="/fhir/more")
    server.answers["/fhir/more"] = page(appointment("2"), onward="/fhir/more")

    with pytest.raises(SourceUnreachable, match="more pages than Fallow reads"):
        fetch(server)


@pytest.mark.parametrize(
    "answer",
    [
        plainly(b"<html>sign in</html>"),
        plainly(b"[]"),
        plainly(b'{"resourceType": "OperationOutcome"}'),
        plainly(b'{"resourceType": "Bundle", "entry": 7}'),
        plainly(b"[" * 100_000),
        plainly(b'{"resourceType": "Bundle"}', 500),
    ],
)
def test_anything_else_is_a_sentence(server: AnsweringServer, answer: Answer) -> None:
    server.answers["/fhir/Appointment"] = answer

    with pytest.raises(SourceUnreachable, match="did not answer with appointments"):
        fetch(server)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_token_is_named(server: AnsweringServer, status: int) -> None:
    server.answers["/fhir/Appointment"] = plainly(b"", status)

    with pytest.raises(SourceUnreachable, match="refused the token"):
        fetch(server, token="t0ken")
