"""Addresses of help."""

from django.urls import path

from fallow_site.foundation.resources import views

urlpatterns = [
    path("help/", views.help_lines, name="help"),
    path("practice/<str:practice_id>/resources/", views.resources, name="resources"),
]
