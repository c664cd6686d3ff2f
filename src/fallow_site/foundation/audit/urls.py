"""The address of one's own trail."""

from django.urls import path

from fallow_site.foundation.audit import views

urlpatterns = [path("mine/trail/", views.trail, name="trail")]
