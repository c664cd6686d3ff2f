"""The API as a page, from the description that it gives of itself (OpenAPI 3.1)."""

from typing import Any

from tests.reference.tables import write_table

from fallow_site.api.own import api

_INTRO = """\
# The API

Small, and about the caller alone: no address asks for anyone else. Sign in first; the session
cookie is the key. Whatever changes something also needs the CSRF token, which
`GET /api/own/session` gives.

"""


def write_api() -> str:
    described: dict[str, Any] = api.get_openapi_schema()
    rows = [
        (f"`{method.upper()} {path}`", _said(call), _given(call), _key(call))
        for path, calls in described["paths"].items()
        for method, call in calls.items()
    ]
    return _INTRO + write_table(("Call", "What it does", "It is given", "It needs"), rows)


def _said(call: dict[str, Any]) -> str:
    said = str(call.get("description") or f"{call['summary']}.").removeprefix("This will ")
    return said[:1].upper() + said[1:]


def _given(call: dict[str, Any]) -> str:
    names = [f"`{parameter['name']}`" for parameter in call.get("parameters", [])]
    body = call.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = body.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return ", ".join([*names, *([f"JSON: `{schema}`"] if schema else [])]) or "–"


def _key(call: dict[str, Any]) -> str:
    return "to be signed in" if call.get("security") else "nothing"
