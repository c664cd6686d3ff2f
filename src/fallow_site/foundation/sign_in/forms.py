"""The shapes of what is asked of a person about their own account.

They know nothing of invitations; a link that was followed waits in the session.
"""

from allauth.account.forms import LoginForm, SignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.http import HttpRequest

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.sign_in.actions import record_sign_up
from fallow_site.kit.clock import now


class SignInForm(LoginForm):  # type: ignore[misc] # the package has no types
    """Says what the box under the password does."""

    remember = forms.BooleanField(label="Keep me signed in on this device", required=False)


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc] # the package has no types
    """Asks what to call a passkey, and whether it may stand in for the password."""

    name = forms.CharField(
        label="Name for it",
        help_text="So that you know it again, like “my phone”.",
        max_length=80,
        required=False,
    )
    passwordless = forms.BooleanField(
        label="Sign in with this passkey alone, without the password",
        help_text="Your device then asks for your finger, your face or its PIN each time.",
        required=False,
        initial=True,
    )


class SignUpForm(SignupForm):  # type: ignore[misc] # the package has no types
    """Asks for a name beside e-mail and password."""

    display_name = forms.CharField(label="Name that colleagues see", max_length=80)

    field_order = ("display_name", "email", "password1")

    def custom_signup(self, _request: HttpRequest, user: Account) -> None:
        record_sign_up(by=user, display_name=self.cleaned_data["display_name"], at=now())


class NameForm(forms.Form):
    """What to be called."""

    display_name = forms.CharField(label="Name that colleagues see", max_length=80)


class EmailForm(forms.Form):
    """The address to sign in with."""

    email = forms.EmailField(label="E-mail to sign in with", max_length=254)


class EraseForm(forms.Form):
    """One box, so that a slip of the finger erases nothing."""

    is_sure = forms.BooleanField(label="Yes, erase my account. It cannot be undone.")
