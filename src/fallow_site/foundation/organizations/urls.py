"""Addresses of a practice's door, people and supervision."""

from django.urls import path

from fallow_site.foundation.organizations import views

_PRACTICE = "practice/<str:practice_id>/"
_MEMBER = f"{_PRACTICE}people/<str:member_id>/"
_SUPERVISION = f"{_MEMBER}supervision/"
urlpatterns = [
    path("", views.home, name="home"),
    path("practice/new/", views.new_practice, name="new_practice"),
    path(_PRACTICE, views.practice, name="practice"),
    path(f"{_PRACTICE}terms/", views.practice_terms, name="practice_terms"),
    path(f"{_PRACTICE}people/", views.people, name="people"),
    path(_MEMBER, views.member, name="member"),
    path(f"{_MEMBER}leave/", views.leave, name="leave"),
    path(_SUPERVISION, views.supervision, name="supervision"),
    path(f"{_SUPERVISION}<str:relation_id>/end/", views.stop_supervision, name="end_supervision"),
]
