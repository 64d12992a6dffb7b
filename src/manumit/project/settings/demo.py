"""The demonstration: invented agencies on 127.0.0.1, one-time sign-in links, no TLS."""

from . import secrets
from .base import *
from .base import MANUMIT_HOME

MANUMIT_DEMO = True
SECRET_KEY = secrets.secret_key(MANUMIT_HOME)
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
