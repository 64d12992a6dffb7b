"""Whether this version was already made ready here, so that a second start loses no time."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from manumit.project.database import migrating


def make_ready() -> bool:
    """Migrate, grant and collect static files unless this very version did so here; say whether it was needed."""
    stamp, now = Path(settings.MANUMIT_HOME) / "ready", _version()
    if stamp.exists() and stamp.read_text() == now:
        return False
    migrating.bring_up_to_date()
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)
    fresh = stamp.with_name(f"ready.{os.getpid()}")
    fresh.write_text(now)
    os.replace(fresh, stamp)
    return True


def _version() -> str:
    """Return a digest of every file that bears on schema, privileges and static files, by name, size and time."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        found = path.stat()
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for app in apps.get_app_configs():
        for pattern in ("migrations/*.py", "models.py", "models/*.py", "static/**/*"):
            yield from (path for path in Path(app.path).glob(pattern) if path.is_file())
