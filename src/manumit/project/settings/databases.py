"""The three database roles as Django aliases, from URLs in the environment or the embedded install.

`default` is the application's role, `owner` migrates, `sequencer` seals the audit log. All three are one database.
"""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

URLS = {
    "default": "DATABASE_URL",
    "owner": "DATABASE_OWNER_URL",
    "sequencer": "DATABASE_SEQUENCER_URL",
}


def from_environment() -> dict[str, dict[str, Any]]:
    """Return DATABASES; an alias whose URL is not set points at nothing until the embedded database is started."""
    return {alias: from_url(os.environ.get(name, "postgresql:///manumit")) for alias, name in URLS.items()}


def from_url(url: str) -> dict[str, Any]:
    """Return Django's settings for a `postgresql://role:password@host:port/name?option=value` address.

    `host` may be given as an option, as libpq allows, to name a socket directory.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL must begin with postgresql://, not {parts.scheme or 'nothing'}://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
        "TEST": {"MIGRATE": True},
    }
