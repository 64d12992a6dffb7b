#!/usr/bin/env python3
"""Runs Manumit from its source tree: `python3 run.py X ...` is `manumit X ...`, `python3 run.py test ...` the tests.

Needs Python 3.11 or newer and nothing else. The environment is made in .venv from the locks in requirements/, each
package checked against its hash: with uv where there is one, with pip otherwise. It is made anew when a lock changes,
and when making it was cut short. Two runs at once wait for each other.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "made-from.json"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""The first found is used; one without windows takes a fifth less of the processor."""
NO_BROWSER = """The tests drive a real browser and found none.
Install Chromium or Chrome, or name one in MANUMIT_CHROMIUM, or leave those tests out:
python3 run.py test -m "not browser"
"""


def main(words: list[str]) -> None:
    """Make the environment and hand over to `manumit` or the tests."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older Python
        sys.exit(f"Manumit needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    os.environ.setdefault("MANUMIT_HOME", str(ROOT / ".manumit"))
    if words[:1] == ["test"]:
        make_environment("test")
        find_browser(words)
        os.chdir(ROOT)
        become("-m", "pytest", *words[1:])
    make_environment("runtime")
    become("-m", "manumit.project", *words)


def become(*words: str) -> NoReturn:
    """Turn into the environment's Python, so that signals and exit status are its own."""
    command = [str(PYTHON), *words]
    if WINDOWS:
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 - the environment's own Python


def make_environment(kind: str) -> None:
    """Install the lock of `kind` ("runtime" or "test") unless it stands. The stamp goes first and comes last."""
    with alone(ROOT / ".venv.lock"):
        wanted = {"python": sys.version, "runtime": digest("runtime"), "test": digest("test")}
        found = json.loads(STAMP.read_text()) if STAMP.exists() and PYTHON.exists() else {}
        if found.get(kind) == wanted[kind] and found.get("python") == sys.version:
            return
        tell(f"Making the environment from requirements/{kind}.lock ...")
        if found.get("runtime") != wanted["runtime"] or found.get("python") != wanted["python"]:
            begin_anew()
        STAMP.unlink(missing_ok=True)
        install(kind)
        made = wanted if kind == "test" else {**wanted, "test": None}
        write_whole(STAMP, json.dumps(made))


def begin_anew() -> None:
    """Make an empty environment. The old one moves aside first: half a removal must not look like a whole one."""
    if VENV.exists():
        VENV.rename(VENV.with_name(f".venv-old-{os.getpid()}"))
    for old in ROOT.glob(".venv-old-*"):
        shutil.rmtree(old, ignore_errors=True)
    try:
        venv.create(VENV, with_pip=not shutil.which("uv"), symlinks=not WINDOWS)
    except subprocess.CalledProcessError:
        sys.exit("Python has no pip to make an environment with. On Debian and Ubuntu: apt-get install python3-venv")


def install(kind: str) -> None:
    """Install the lock, and the source tree itself by a path file: nothing is resolved, nothing unlisted is fetched."""
    lock = str(ROOT / "requirements" / f"{kind}.lock")
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--quiet", "--python", str(PYTHON), "--require-hashes", "-r", lock]
    else:
        command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        command += ["--no-deps", "-r", lock]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"The environment could not be made ({' '.join(command[:3])} ended with {done.returncode}).")
    site = subprocess.check_output([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True)
    write_whole(Path(site.strip()) / "manumit.pth", f"{ROOT / 'src'}\n")


def find_browser(words: list[str]) -> None:
    """See to it that MANUMIT_CHROMIUM names a browser; as root on Debian install one where there is none."""
    found = os.environ.get("MANUMIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        tell("Installing Debian's chromium for the browser tests ...")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        subprocess.run(["apt-get", "-qq", "update"], stdout=subprocess.DEVNULL, check=False)
        found = next(filter(None, map(installed, BROWSERS[:2])), None)
    if found:
        os.environ["MANUMIT_CHROMIUM"] = found
    elif "not browser" not in " ".join(words):
        sys.exit(NO_BROWSER)


def installed(browser: str) -> str | None:
    """Install Debian's package of this name, and return where it is; None where there is no such package."""
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", browser, "fonts-liberation"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return shutil.which(browser)


def digest(kind: str) -> str:
    """Return the SHA-256 of a lock."""
    return hashlib.sha256((ROOT / "requirements" / f"{kind}.lock").read_bytes()).hexdigest()


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is whole or not there."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_text(text)
    os.replace(fresh, path)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other run is inside; the system frees the lock of a run that dies."""
    with path.open("ab") as file:
        if WINDOWS:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def tell(text: str) -> None:
    """Say what takes long, beside the answer."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
