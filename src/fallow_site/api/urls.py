"""The address of the API."""

from django.urls import path

from fallow_site.api.own import api

urlpatterns = [path("api/", api.urls)]
