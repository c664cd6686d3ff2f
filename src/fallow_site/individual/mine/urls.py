"""Addresses of a person's own pages."""

from django.urls import path

from fallow_site.individual.mine import views

_MINE = "practice/<str:practice_id>/mine/"
urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path(_MINE, views.my_links, name="my_links"),
    path(f"{_MINE}acuity/", views.answer_acuity, name="answer_acuity"),
    path(f"{_MINE}entries/", views.entries, name="my_entries"),
    path(f"{_MINE}links/<str:key_id>/", views.answer_link, name="answer_link"),
]
