"""As whom the server runs: PostgreSQL refuses to run as root, so root lends it another account."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import DatabaseTrouble

CANDIDATES = ("postgres", "nobody")
"""Which accounts root lends, the first that exists; `nobody` is on every system but other services may share it."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the operating system by its numbers."""

    user: int
    group: int

    def may_enter(self, path: Path) -> bool:
        """Whether the account can reach `path` through all its parents, judged by mode bits."""
        return all(self._may_pass(folder.stat()) for folder in (path, *path.parents))

    def _may_pass(self, folder: os.stat_result) -> bool:
        if folder.st_uid == self.user:
            return bool(folder.st_mode & stat.S_IXUSR)
        if folder.st_gid == self.group:
            return bool(folder.st_mode & stat.S_IXGRP)
        return bool(folder.st_mode & stat.S_IXOTH)


def for_server(data: Path) -> Account | None:
    """Return the account root must lend, that of existing `data` first; None when we are not root and need none."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return Account(data.stat().st_uid, data.stat().st_gid)
    return _lent()


def _lent() -> Account:
    import pwd

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in CANDIDATES:
        if name in known:
            return Account(known[name].pw_uid, known[name].pw_gid)
    raise DatabaseTrouble("PostgreSQL cannot run as root and there is no account postgres or nobody. Make one.")


def switch(account: Account | None) -> dict[str, Any]:
    """Return what subprocess needs to start a program as `account`; its folder is one everybody may be in."""
    if account is None:
        return {}
    return {"user": account.user, "group": account.group, "extra_groups": [], "cwd": "/"}


def give(path: Path, account: Account | None) -> None:
    """Make `account` the owner of `path`, where there is one to give it to."""
    if account is not None:
        os.chown(path, account.user, account.group)
