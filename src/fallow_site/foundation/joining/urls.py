"""Addresses of invitations."""

from django.urls import path

from fallow_site.foundation.joining import views

_INVITE = "practice/<str:practice_id>/people/invite/"
urlpatterns = [
    path("invitation/<str:secret>/", views.invitation, name="invitation"),
    path(_INVITE, views.invite, name="invite"),
    path(f"{_INVITE}<str:invitation_id>/withdraw/", views.withdraw, name="withdraw_invitation"),
]
