"""Addresses of a practice's door, people and invitations."""

from django.urls import path

from fallow_site.foundation.organizations import views

urlpatterns = [
    path("", views.home, name="home"),
    path("invitation/<str:secret>/", views.invitation, name="invitation"),
    path("practice/new/", views.new_practice, name="new_practice"),
    path("practice/<str:practice_id>/", views.practice, name="practice"),
    path("practice/<str:practice_id>/people/", views.people, name="people"),
    path("practice/<str:practice_id>/people/invite/", views.invite, name="invite"),
    path("practice/<str:practice_id>/people/<str:member_id>/", views.member, name="member"),
    path("practice/<str:practice_id>/people/<str:member_id>/leave/", views.leave, name="leave"),
    path(
        "practice/<str:practice_id>/people/<str:member_id>/supervision/",
        views.supervision,
        name="supervision",
    ),
]
