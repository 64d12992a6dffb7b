"""What a command says to people, and where."""

import sys


def say(text: str = "") -> None:
    """Print a line of the answer, at once: whoever reads it may be a program that waits for it."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def warn(text: str) -> None:
    """Print a line that is not the answer."""
    sys.stderr.write(f"{text}\n")
