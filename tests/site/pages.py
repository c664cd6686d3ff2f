"""What a page says, apart from the token that differs every time a form is written."""

import re

from django.http import HttpResponse

_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


def body_of(answer: HttpResponse) -> bytes:
    """The bytes of an answer without its CSRF tokens."""
    return _TOKEN.sub(b"", answer.content)
