"""Background work of links."""

from collections.abc import Collection

from manumit.spine.jobs import task
from manumit.spine.matching.linkable import linkables, profiles_of

AT_ONCE = 100
"""Records that one job looks after: a few seconds' work, for nobody's notice should wait behind an import."""

TOGETHER = 10
"""Records whose candidates are raised in one transaction: where very many may be one with each, it must end in time."""


def look_for(kind: str, ids: Collection[int]) -> None:
    """Have candidates looked for in records that an action changed, once it has committed."""
    if any(each.kind == kind for each in linkables()):
        wanted = list(ids)
        for start in range(0, len(wanted), AT_ONCE):
            find_links.enqueue(kind=kind, ids=wanted[start : start + AT_ONCE])


@task(idempotent="a pair has one candidate, and each side is told of it once", can_wait=True)
def find_links(*, kind: str, ids: list[int]) -> None:
    """Raise the candidates of some records, and end those that no longer hold."""
    from manumit.spine.matching import indexing
    from manumit.spine.matching.common import heed

    from .actions.raise_links import raise_links
    from .batching import must_be_measured

    for profile in profiles_of(kind):
        indexing.catch_up(profile)
        heed(profile, kind, ids)
        must_be_measured(profile)
    for start in range(0, len(ids), TOGETHER):
        raise_links(None, kind, ids[start : start + TOGETHER])


@task(idempotent="a pair has one candidate, and each side is told of it once", cron="40 3 * * *", can_wait=True)
def find_links_nightly() -> None:
    """Look again at every candidate and everything that may be matched: levels, releases and agreements changed."""
    from manumit.spine.matching.linkable import profiles

    from .batching import look_at_all

    for profile in profiles():
        look_at_all(profile)


@task(idempotent="a watch remembers of whom it told", cron="*/30 * * * *")
def tell_of_watches() -> None:
    """Tell who watches for a description of whoever newly fits it."""
    from .actions.tell_of_watch import standing, tell_of_watch

    for watch in standing():
        tell_of_watch(None, watch)
