"""Real use: TLS only, hosts named, secrets from files or the environment."""

import os

from . import secrets
from .base import *
from .base import MANUMIT_HOME

SECRET_KEY = secrets.secret_key(MANUMIT_HOME)
ALLOWED_HOSTS = [host for host in os.environ.get("MANUMIT_HOSTS", "localhost").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "localhost"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = os.environ.get("MANUMIT_TLS_REDIRECT", "1") == "1"
SECURE_HSTS_SECONDS = 31_536_000
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("MANUMIT_EMAIL_HOST", "localhost")
if os.environ.get("MANUMIT_BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
