"""What is kept of a person who signs in: an e-mail, a name, a password hash.

It knows nothing of their work or how they feel.
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class Accounts(BaseUserManager["Account"]):
    """Makes accounts with a folded e-mail."""

    def create_user(
        self, email: str, display_name: str, *, password: str | None = None
    ) -> "Account":
        account = self.model(email=email.strip().lower(), display_name=display_name.strip())
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One person's sign-in."""

    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    is_staff = False
    is_superuser = False

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="account_email_once"),
        ]

    def __str__(self) -> str:
        return "an account"

    def has_perm(self, _permission: str, _record: object = None) -> bool:
        return False  # roles belong to memberships, never to accounts

    def has_module_perms(self, _app: str) -> bool:
        return False
