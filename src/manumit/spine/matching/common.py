"""Numbers that very many records carry: an agency's own telephone, a hotline's, a hotel's. They tie nobody to anybody.

How many carry a number is counted in records open to all, and in no others, and kept in the weights: so the same
weights give the same answer for ever, and nothing that is hidden changes one.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from manumit.linkage import PROFILES, Frequencies, Model, read
from manumit.linkage.frequencies import COMMON, FEW
from manumit.linkage.profile import Feature
from manumit.spine.identity.actor import Actor
from manumit.spine.records.choices import Level

from . import indexing, weights
from .keys import Key
from .linkable import PROFILES as COMPARED
from .reading import described, held, sound, things
from .seeing import seen

AT_ONCE = 2000
"""Things that are read at a time."""

Carriers = Mapping[str, Collection[str]]
"""Keys of things by the number that they carry."""
Counted = Mapping[str, Mapping[str, int]]
"""How many records carry each number, by feature."""


def recount(profile: str) -> bool:
    """Count anew how many open records carry each number; say whether the weights of `profile` changed by it."""
    index = indexing.opened(indexing.standing(profile))
    found = {each.name: _counted(index.carriers(each.name, least=FEW + 1)) for each in _issued(profile)}
    return _keep(profile, lambda model: found)


def heed(profile: str, kind: str, ids: Collection[int]) -> bool:
    """Heed those numbers of some records that became common since they were last counted, before leads are raised.

    Say whether the weights changed. A number that fewer carry waits for the next `recount`.
    """
    features, model = _issued(profile), weights.current(profile)
    if not features:
        return False
    terms = _terms(profile, features, (facts for _, facts in described(PROFILES[profile], kind, ids)))
    index = indexing.opened(indexing.standing(profile))
    found: dict[str, dict[str, int]] = {}
    for name, some in terms.items():
        known = model.frequencies[name].counts if name in model.frequencies else {}
        new = [term for term in some if known.get(term, 0) < COMMON]
        many = {term: keys for term, keys in index.carriers(name, new).items() if len(keys) >= COMMON}
        found[name] = {term: count for term, count in _counted(many).items() if count >= COMMON}
    return any(found.values()) and _keep(profile, lambda model: _added(model, found))


def common_numbers(actor: Actor, kind: str, record_id: int) -> list[str]:
    """Return the numbers of a record, as people read them, that are common and that the actor may read.

    Nobody but a partner under agreement may know of records open to all, and so of what is common among them.
    """
    if not actor.partner:
        return []
    known = dict(held(kind, [record_id]))
    allowed = seen(actor, list(known))
    found = {text for key in known if key in allowed for text in _common(key, known[key].facts)}
    return sorted(found)


def counted_among(profile: str, opened: Mapping[Key, Mapping[str, object]]) -> dict[str, Frequencies]:
    """Return how many of the records of some open things carry each number: for weights that are learned."""
    carriers: dict[str, dict[str, set[tuple[str, int]]]] = {}
    for feature in _issued(profile):
        for key, facts in opened.items():
            for term in _terms(profile, [feature], [facts])[feature.name]:
                carriers.setdefault(feature.name, {}).setdefault(term, set()).add((key.kind, key.record_id))
    return {
        each.name: Frequencies.carried({term: len(of) for term, of in carriers.get(each.name, {}).items()})
        for each in _issued(profile)
    }


def open_keys(keys: Iterable[Key]) -> Iterator[Key]:
    """Yield those of `keys` that are open to all: of open records, and of nobody who may be under 18."""
    wanted = list(keys)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        there = {(kind, pk) for kind in {key.kind for key in some} for pk in _open(kind, some)}
        near = [key for key in some if (key.kind, key.record_id) in there]
        yield from (key for key, thing in things(near).items() if thing.crosses)


def _open(kind: str, keys: Collection[Key]) -> list[int]:
    ids = {key.record_id for key in keys if key.kind == kind}
    return indexing.record_ids(kind, {"level": Level.OPEN, "pk__in": ids})


def _issued(profile: str) -> list[Feature]:
    return [feature for feature in PROFILES[profile].plain if feature.comparison.issued]


def _terms(profile: str, features: Collection[Feature], facts: Iterable[Mapping[str, object]]) -> dict[str, set[str]]:
    plain = PROFILES[profile].plain
    found: dict[str, set[str]] = {feature.name: set() for feature in features}
    for each in facts:
        keys = read(PROFILES[profile], each).keys  # type: ignore[arg-type]  # facts, as linkables give them
        for feature in features:
            found[feature.name] |= {feature.comparison.term(key) for key in keys[plain.index(feature)]}
    return found


def _counted(carriers: Carriers) -> dict[str, int]:
    """Return how many open records carry each number."""
    keys = {text: Key.parse(text) for some in carriers.values() for text in some}
    opened = set(open_keys(keys.values()))
    records = {
        term: {(key.kind, key.record_id) for text in some if (key := keys[text]) in opened}
        for term, some in carriers.items()
    }
    return {term: len(of) for term, of in records.items()}


def _keep(profile: str, counted: Callable[[Model], Counted]) -> bool:
    def changed(model: Model) -> Model:
        new = {name: Frequencies.carried(times) for name, times in counted(model).items()}
        return model.with_frequencies(new)

    return indexing.reweigh(profile, changed)


def _added(model: Model, found: Counted) -> Counted:
    """Return what a model has counted and what was found besides."""
    known = {name: model.frequencies[name].counts if name in model.frequencies else {} for name in found}
    return {name: {**known[name], **times} for name, times in found.items()}


def _common(key: Key, facts: Mapping[str, object]) -> Iterator[str]:
    for profile in COMPARED[key.name]:
        model = weights.current(profile)
        keys = read(PROFILES[profile], sound(PROFILES[profile], facts)).keys  # type: ignore[arg-type]  # as above
        for feature, values in zip(PROFILES[profile].plain, keys, strict=True):
            common = [each for each in values if model.carried(feature.name, each) >= COMMON]
            yield from map(feature.comparison.show, common)
