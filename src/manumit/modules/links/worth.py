"""From how much evidence on a pair is worth a person's time: more, the more records there are that may look alike.

Among twice as many records twice as many look alike by chance. So each look at everything measures, in records open to
all and in no others, how many others weigh as much, and raises the least weight until few enough do.
"""

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from manumit.spine.matching.keys import Key

from .choices import LEAST, Profile
from .models import BatchRun

CROWD = 25
"""How many others open to all a thing may have on the mean that weigh enough: a page of the queue."""
PAGES: Mapping[str, int] = {Profile.REMAINS: 3}
"""Of remains three pages: little is known of them, and where few look at them none may be lost."""
ASKED = 100
"""Things of each name that are asked, those that come first by a hash of their keys."""
STEP = 250
"""Millibits: so a record more or fewer seldom moves the least weight."""
AT_ONCE = 2000


def least(profile: str) -> int:
    """Return the millibits of evidence from which a pair is raised now: never fewer than the profile's own."""
    found = BatchRun.objects.filter(profile=profile).order_by("-pk").values_list("least", flat=True).first()
    return max(found or 0, LEAST[profile])


def measured(profile: str) -> int:
    """Return the lowest weight at which things open to all have no more others than a page or three (`CROWD`)."""
    from manumit.spine.matching import indexing

    by_name: dict[str, list[str]] = {}
    for text in indexing.opened(indexing.standing(profile)).ids():
        by_name.setdefault(text.partition(":")[0], []).append(text)
    return max([LEAST[profile], *(_enough(profile, texts) for texts in by_name.values())])


def _enough(profile: str, texts: Sequence[str]) -> int:
    """Return the weight at which the things of one name have few enough others."""
    asked = list(islice(_open_first(texts), ASKED))
    weights = sorted(_weights(profile, asked), reverse=True)
    many = CROWD * PAGES.get(profile, 1) * len(asked)
    return weights[many] // STEP * STEP + STEP if len(weights) > many else 0


def _open_first(texts: Sequence[str]) -> Iterator[Key]:
    """Yield the things open to all in an order that hidden ones do not change."""
    from manumit.spine.matching.common import open_keys

    ordered = sorted(texts, key=lambda text: (zlib.crc32(text.encode()), text))
    for start in range(0, len(ordered), AT_ONCE):
        some = [Key.parse(text) for text in ordered[start : start + AT_ONCE]]
        yield from sorted(open_keys(some), key=some.index)


def _weights(profile: str, asked: Collection[Key]) -> list[int]:
    """Return what all things open to all weigh that are heavy enough beside one of those asked."""
    from manumit.linkage import PROFILES
    from manumit.spine.matching.asking import AtHand
    from manumit.spine.matching.common import open_keys
    from manumit.spine.matching.question import Question
    from manumit.spine.matching.reading import sound, things

    index, known = AtHand(profile), things(asked)
    hits = [
        hit
        for key in asked if key in known
        for facts in (sound(PROFILES[profile], known[key].facts),)
        for hit in index.heavy(Question(profile, key.name, facts, (key.kind, key.record_id)), LEAST[profile])
    ]  # fmt: skip
    opened = set(open_keys(dict.fromkeys(hit.key for hit in hits)))
    return [hit.weight for hit in hits if hit.key in opened]
