"""Values for the arguments of this app's addresses, for the tests that visit every page."""

from manumit.spine.identity.models import Membership

WORK = dict.fromkeys(
    ("clock_id", "task_id", "note_id", "approval_id", "flag_id", "watch_id", "link_id", "notice_id", "search_id"), "1"
)
"""Rows of work that a module's examples replace by real ones, where one is installed."""


def examples(person: Membership) -> dict[str, str]:
    """Return values by argument name."""
    return {"path": "style-guide/", "kind": "case", "clock": "ncic_update", **WORK}
