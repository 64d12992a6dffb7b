"""What every way of running Manumit has in common. Environment variables are documented in docs/how-to/settings.md."""

import os
from pathlib import Path

from . import databases
from .sign_in import *

SOURCE = Path(__file__).resolve().parents[2]
MANUMIT_HOME = Path(os.environ.get("MANUMIT_HOME", Path.cwd() / ".manumit")).resolve()
MANUMIT_MODULES = [
    "manumit.modules.cases",
    "manumit.modules.continued_presence",
    "manumit.modules.action_plan",
    "manumit.modules.evidence",
    "manumit.modules.suspects",
    "manumit.modules.tips",
    "manumit.modules.inquiry",
    "manumit.modules.links",
    "manumit.modules.exchange",
]
MANUMIT_DEMO = False
MANUMIT_AUDIT_STALL_SECONDS = float(os.environ.get("MANUMIT_AUDIT_STALL_SECONDS", "1.0"))
MANUMIT_EXIT_ADDRESS = os.environ.get("MANUMIT_EXIT_ADDRESS", "https://www.weather.gov/")

SPINE = ["identity", "audit", "access", "jobs", "records", "matching", "search", "workflow", "ui", "administration"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "procrastinate.contrib.django",
    *[f"manumit.spine.{name}" for name in SPINE],
    *MANUMIT_MODULES,
    "django.forms",
]

MIDDLEWARE = [
    "manumit.spine.ui.headers.HeadersMiddleware",
    "manumit.spine.ui.api.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "manumit.spine.ui.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "manumit.spine.administration.middleware.SessionLimitsMiddleware",
    "manumit.spine.access.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
    "manumit.spine.ui.raised.RaisedMiddleware",
]

ROOT_URLCONF = "manumit.project.urls"
WSGI_APPLICATION = "manumit.project.wsgi.application"
DATABASES = databases.from_environment()
DATABASE_ROUTERS: list[str] = []
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "identity.Person"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "manumit.spine.ui.shell.shell",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "manumit.spine.ui.templatetags.ui"],
        },
    }
]

FORM_RENDERER = "manumit.spine.ui.forms.Renderer"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = os.environ.get("MANUMIT_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = MANUMIT_HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "manumit.spine.ui.pages.errors.csrf_refused"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # not no-referrer: browsers then send `Origin: null` with our own forms
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = ["manumit.spine.records.files.receiving.SealingUploadHandler"]
MANUMIT_FILE_MOST_MB = int(os.environ.get("MANUMIT_FILE_MOST_MB", "50"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A refusal is an answer, not trouble of ours: only what failed (5xx) is worth a line.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
    "root": {"handlers": ["console"], "level": os.environ.get("MANUMIT_LOG_LEVEL", "WARNING")},
}
