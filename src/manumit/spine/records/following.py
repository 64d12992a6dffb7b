"""Letting what is derived from records follow them, in the transaction that changes them.

No signal: a floor above says once, at the start, what follows; every action calls it with the records it changed.
"""

from collections.abc import Callable, Collection

Follower = Callable[[str, Collection[int]], None]
"""Called with a kind's name and the ids of the records of that kind that an action changed."""

_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Call `follower` at the end of every action that changes records; once, however often it is said."""
    if follower not in _followers:
        _followers.append(follower)


def tell(changed: Collection[tuple[str, int]]) -> None:
    """Tell the followers of `changed`: (kind, id) of each record."""
    for kind in sorted({kind for kind, _ in changed}):
        ids = sorted(record_id for of, record_id in changed if of == kind)
        for follower in _followers:
            follower(kind, ids)
