"""Addresses of sources and policy."""

from django.urls import path

from fallow_site.workload import views

_PRACTICE = "practice/<str:practice_id>/"
_SOURCE = f"{_PRACTICE}sources/<str:source_id>/"
urlpatterns = [
    path(f"{_PRACTICE}sources/", views.sources, name="sources"),
    path(_SOURCE, views.source, name="source"),
    path(f"{_PRACTICE}retention/", views.retention, name="retention"),
    path(f"{_PRACTICE}caseloads/", views.caseloads, name="caseloads"),
    path(f"{_SOURCE}settings/", views.source_settings, name="source_settings"),
    path(f"{_SOURCE}look/", views.preview, name="preview"),
    path(f"{_SOURCE}keep/", views.keep, name="keep"),
    path(f"{_SOURCE}remove/", views.remove, name="remove_source"),
    path(f"{_SOURCE}keys/<str:key_id>/", views.link, name="link"),
    path(f"{_PRACTICE}policy/", views.policy, name="policy"),
    path(f"{_PRACTICE}policy/adopt/", views.adopt, name="adopt_policy"),
]
