"""People who sign in."""

from typing import ClassVar

from django.contrib.auth import hashers
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from manumit.values.retention import Retention


class PersonManager(BaseUserManager["Person"]):
    """Makes people; without a password a person signs in by passkey, one-time link or an outside provider."""

    def create_user(self, email: str, full_name: str = "", password: str | None = None) -> "Person":
        """Return a saved person with the lower-cased `email` and no usable password unless one is given."""
        person = self.model(email=email.strip().lower(), full_name=full_name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody with an account. What they may do comes from memberships, never from the account.

    `email` is kept in lower case. `terms_version` names the terms of use the person last agreed to.
    """

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=200)
    language = models.CharField(max_length=10, default="en")
    is_active = models.BooleanField(default=True)
    terms_version = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    retention = Retention(authority="Named by log entries: the account is closed, never deleted")
    sensitivity = {
        "id": "internal", "email": "personal", "full_name": "personal", "language": "personal",
        "is_active": "internal", "terms_version": "internal", "created_at": "internal", "password": "secret",
        "last_login": "personal",
    }  # fmt: skip

    class Meta:
        verbose_name_plural = "people"
        ordering = ["full_name"]
        constraints = [models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_lower_case")]

    def __str__(self) -> str:
        return self.full_name

    def check_password(self, raw_password: str) -> bool:
        """Return whether this is the password. Django would also renew an old hash here, a change nobody asked for and
        no log names; a stronger hash comes with the next password.
        """
        return hashers.check_password(raw_password, self.password)

    def get_full_name(self) -> str:
        """Return the name to show."""
        return self.full_name
