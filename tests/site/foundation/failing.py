"""Addresses of the product, and one that always breaks with private words in its mouth."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from fallow_site.urls import urlpatterns as _ours

PRIVATE = "Ada wept on Tuesday"


def _break(_request: HttpRequest, secret: str) -> HttpResponse:
    raise ValueError(f"{PRIVATE} {secret}")


urlpatterns = [path("broken/<str:secret>/", _break), *_ours]
