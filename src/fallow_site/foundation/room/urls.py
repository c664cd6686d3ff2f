"""Addresses of the private room. Its files live in a folder named by their hash."""

from django.urls import path

from fallow_site.foundation.room import views

urlpatterns = [
    path("room/", views.room, name="room"),
    path("room/service-worker.js", views.service_worker, name="room_service_worker"),
    path("room/<str:folder>/<path:name>", views.room_file, name="room_file"),
]
