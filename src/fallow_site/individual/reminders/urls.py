"""Addresses of one's own reminder, and of the links of a note."""

from django.urls import path

from fallow_site.individual.reminders import views

urlpatterns = [
    path("mine/reminder/", views.reminder, name="reminder"),
    path("mine/reminder/end/", views.end_reminder, name="end_reminder"),
    path("r/<str:secret>/", views.follow_link, name="reminder_link"),
    path("r/<str:secret>/stop/", views.stop, name="stop_reminder"),
]
