"""Addresses of help."""

from django.urls import path

from fallow_site.foundation.resources import views

_RESOURCES = "practice/<str:practice_id>/resources/"
urlpatterns = [
    path("help/", views.help_lines, name="help"),
    path(_RESOURCES, views.resources, name="resources"),
    path(f"{_RESOURCES}new/", views.new_resource, name="new_resource"),
    path(f"{_RESOURCES}<str:resource_id>/", views.resource, name="resource"),
    path(f"{_RESOURCES}<str:resource_id>/remove/", views.remove, name="remove_resource"),
]
