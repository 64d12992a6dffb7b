"""From the words typed to the exit status.

0: done. 1: refused or failed, and the text says why. 2: not understood. 3: evidence disagrees. 130: interrupted.
"""

import argparse
import difflib
import importlib
import os
import sys
import tomllib
import traceback
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from . import finding, lifeline, troubles
from .finding import Subcommand
from .surroundings import Surroundings

DONE, FAILED, NOT_UNDERSTOOD, INTERRUPTED = 0, 1, 2, 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the subcommand that `words` (or the command line) name, and return the exit status."""
    words = list(sys.argv[1:] if words is None else words)
    lifeline.watch_parent()
    known = finding.find()
    if words in ([], ["-h"], ["--help"]):
        return _say(overview(list(known.values())), DONE)
    if words == ["--version"]:
        return _say(f"manumit {_version()}", DONE)
    chosen = _chosen(known, words)
    return _attempt(chosen, words[len(chosen.words) :]) if chosen else _say(_unknown(known, words), NOT_UNDERSTOOD)


def overview(commands: Sequence[Subcommand]) -> str:
    """Return the list of subcommands as text."""
    width = max(len(command.name) for command in commands)
    lines = [f"  {command.name:{width}}  {command.summary}" for command in commands]
    return "\n".join(["usage: manumit COMMAND [options]   (manumit COMMAND --help says more)", "", *lines])


def _version() -> str:
    """Return the version installed, or that of the source tree we run from."""
    try:
        return version("manumit")
    except PackageNotFoundError:
        text = (finding.PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(text)["project"]["version"])


def _chosen(known: dict[tuple[str, ...], Subcommand], words: list[str]) -> Subcommand | None:
    lengths = range(min(3, len(words)), 0, -1)
    return next((known[key] for length in lengths if (key := tuple(words[:length])) in known), None)


def _unknown(known: dict[tuple[str, ...], Subcommand], words: list[str]) -> str:
    group = [command for command in known.values() if command.words[0] == words[0]]
    if group:
        return overview(group)
    near = difflib.get_close_matches(words[0], {key[0] for key in known}, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"manumit: there is no command {words[0]!r}.{hint} `manumit --help` lists them."


def _say(text: str, status: int) -> int:
    print(text, file=sys.stderr if status else sys.stdout)
    return status


def _attempt(command: Subcommand, rest: list[str]) -> int:
    try:
        return _run(command, rest)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # what nobody foresaw is raised again below, with its traceback
        if os.environ.get("MANUMIT_TRACEBACK") == "1":
            traceback.print_exc()
        explained = troubles.explain(error)
        if explained is None:
            raise
        return _say(f"manumit {command.name}: {explained}", FAILED)


def _run(command: Subcommand, rest: list[str]) -> int:
    asks_help = bool({"-h", "--help"} & set(rest))
    with Surroundings(command.needs, untouched=asks_help) as standing:
        module = importlib.import_module(command.module)
        parser = argparse.ArgumentParser(f"manumit {command.name}", description=module.__doc__)
        module.arguments(parser)
        options = parser.parse_args(rest, argparse.Namespace(server=standing.server))
        standing.start()
        return int(module.run(options) or DONE)
