"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts, under the short label that other models refer to."""

    name = "fallow_site.foundation.accounts"
    label = "accounts"
