"""Sample data of links; what it takes to raise it (numpy, all of linkage) is loaded by the first who asks for it."""

from collections.abc import Sequence

from manumit.spine.identity.actor import Actor


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """Raise the links of invented records; see `actions.load_sample`."""
    from .actions import load_sample as loading

    return loading.load_sample(actors, wanted)


def count_sample() -> int:
    """Return how many candidates there are."""
    from .actions import load_sample as loading

    return loading.count_sample()
