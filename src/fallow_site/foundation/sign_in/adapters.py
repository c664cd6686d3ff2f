"""Where our rules meet django-allauth: who may make an account, and how its secrets are kept."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from fallow_site.foundation.joining.queries import INVITED
from fallow_site.foundation.sign_in.queries import may_make_account
from fallow_site.kit.clock import now
from fallow_site.kit.keys import open_address, seal_address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # the package has no types
    """Opens sign-up to the first person, to the invited, and to all where mail can check them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return may_make_account(request.session.get(INVITED, ""), at=now())


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # the package has no types
    """Seals the secrets of one-time codes: a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        return seal_address(settings.FALLOW_HOME, text).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return open_address(settings.FALLOW_HOME, encrypted_text.encode())
