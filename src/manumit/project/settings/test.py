"""How the test suite runs: fast password hashing, plain static files, no outside service."""

from .base import *
from .base import DATABASES

SECRET_KEY = "tests only: guards nothing"  # noqa: S105 - as it says
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MANUMIT_DEMO = True
MANUMIT_EXIT_ADDRESS = "/sign-in/?left"
for _alias in DATABASES.values():
    _alias["CONN_MAX_AGE"] = 0
SILENCED_SYSTEM_CHECKS = ["templates.E002"]
"""Under tests an unknown variable of a template is no text but a failure (pytest's `--fail-on-template-vars`)."""
