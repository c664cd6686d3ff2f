"""The one question more at sign-up: what to be called.

It knows nothing of invitations; a link that was followed waits in the session.
"""

from allauth.account.forms import LoginForm, SignupForm
from django import forms
from django.http import HttpRequest

from fallow_site.foundation.accounts.models import Account


class SignInForm(LoginForm):  # type: ignore[misc] # the package has no types
    """Says what the box under the password does."""

    remember = forms.BooleanField(label="Keep me signed in on this device", required=False)


class SignUpForm(SignupForm):  # type: ignore[misc] # the package has no types
    """Asks for a name beside e-mail and password."""

    display_name = forms.CharField(label="Name that colleagues see", max_length=80)

    field_order = ("display_name", "email", "password1")

    def custom_signup(self, _request: HttpRequest, user: Account) -> None:
        user.display_name = self.cleaned_data["display_name"].strip()
        user.save(update_fields=["display_name"])
