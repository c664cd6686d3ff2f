"""Addresses of one's own account. They stand before django-allauth's, and replace two of them."""

from django.urls import path

from fallow_site.foundation.sign_in import views

urlpatterns = [
    path("accounts/password/reset/", views.forgotten, name="account_reset_password"),
    path("accounts/email/", views.own_account, name="account_email"),
    path("accounts/me/", views.own_account, name="own_account"),
    path("accounts/me/name/", views.own_name, name="own_name"),
    path("accounts/me/email/", views.own_email, name="own_email"),
    path("accounts/me/erase/", views.erase, name="erase_account"),
]
