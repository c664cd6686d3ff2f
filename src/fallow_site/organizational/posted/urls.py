"""The address of the posted list."""

from django.urls import path

from fallow_site.organizational.posted import views

urlpatterns = [path("practice/<str:practice_id>/posted/", views.posted, name="posted")]
