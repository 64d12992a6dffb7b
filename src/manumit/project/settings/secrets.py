"""Secrets kept as files only their owner can read, unless the environment gives them."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """Return Django's secret key from MANUMIT_SECRET_KEY or `home`/secrets/django, made on first use."""
    return os.environ.get("MANUMIT_SECRET_KEY") or from_file(home / "secrets" / "django")


def from_file(path: Path) -> str:
    """Return the secret in `path`; made with mode 0600 if absent, and never half written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()
