"""The API for programs: /api/v1/. Modules add a ninja `router` named in their manifest; here stands what all share.

`authentication.may(scope)` guards an operation, `answers` writes its result (versions, idempotency), `problems` its
errors, `bodies` reads strictly, `middleware` keeps HTML out.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    """Build the API when the addresses first ask for it: by then every module is loaded."""
    if name != "api":
        raise AttributeError(name)
    from .root import build

    globals()["api"] = build()
    return globals()["api"]
