"""The `manumit` command: finds the subcommand asked for, prepares what it needs, runs it.

Every file of every `commands` package in the tree is a subcommand. Its docstring begins with its name in backquotes, a
colon and its summary; `arguments(parser)` declares its options; `run(options)` returns the exit status.
`options.server` is the embedded database, where it is in use. `NEEDS` says what must stand before it runs: "nothing",
"settings" or (where it says nothing) "database".
"""

from .main import main

__all__ = ["main"]
