"""What may be matched: a short list, and what a module says of each thing on it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.exceptions import ImproperlyConfigured
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import kinds
from manumit.spine.records import registry

Facts = Mapping[str, Sequence[object]]
"""A description as `manumit.linkage` reads it: fields, each a list of plain values."""


class Matched(TextChoices):
    """All that may be matched. Source: rule 7; victims, witnesses, family, reporting parties, tip givers never are."""

    MISSING_PERSON = "missing_person", _("Missing person")
    UNIDENTIFIED_REMAINS = "unidentified_remains", _("Unidentified remains")
    SUSPECT = "suspect", _("Suspect or person of interest")
    VEHICLE = "vehicle", _("Vehicle")
    PHONE = "phone", _("Telephone")
    ACCOUNT = "account", _("Account")
    LISTED_PARTY = "listed_party", _("Listed party")


PROFILES: Mapping[str, tuple[str, ...]] = {
    Matched.MISSING_PERSON: ("person", "remains"),
    Matched.UNIDENTIFIED_REMAINS: ("remains",),
    Matched.SUSPECT: ("suspect",),
    Matched.VEHICLE: ("vehicle",),
    Matched.PHONE: ("contact",),
    Matched.ACCOUNT: ("contact",),
    Matched.LISTED_PARTY: ("suspect",),
}
"""The profiles of `manumit.linkage` by which each thing is compared: an index a profile."""
ACROSS: Mapping[str, str] = {
    Matched.MISSING_PERSON: Matched.UNIDENTIFIED_REMAINS,
    Matched.UNIDENTIFIED_REMAINS: Matched.MISSING_PERSON,
}
"""What meets what in the profile `remains`; in every other, like meets like."""


@dataclass(frozen=True, slots=True)
class Described:
    """One thing to be matched: row `part_id` of record `record_id`, and what is known of it.

    Of what does not `cross` no pointer tells another agency (somebody under 18). `identified` says by which named
    method an examiner identified remains, empty where nobody did.
    """

    record_id: int
    part_id: int
    facts: Facts
    crosses: bool = True
    identified: str = ""


@dataclass(frozen=True, slots=True)
class Linkable:
    """That records of `kind` hold things called `name` that may be matched: a provider of a module.

    `read` returns what stands of some records, as it may be matched now: nothing of what was withdrawn, is protected,
    was located safe, or lacks the basis it needs. Who may read all of `groups` may see a candidate whole.
    """

    name: str
    kind: str
    groups: tuple[str, ...]
    read: Callable[[Collection[int]], Iterable[Described]] = field(compare=False)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles by which it is compared."""
        return PROFILES.get(self.name, ())

    def problems(self) -> list[str]:
        """Return what is wrong with the declaration, in words that name the fix; empty where nothing is."""
        if self.name not in Matched.values:
            allowed = ", ".join(sorted(Matched.values))
            return [f"{self.name!r} may not be matched (rule 7): only {allowed} may. Take it out of the manifest."]
        return [*self._unknown()]

    def _unknown(self) -> Iterable[str]:
        known = {kind.name: kind for kind in kinds.all_kinds()}.get(self.kind)
        if known is None:
            yield f"{self.name!r} belongs to records of the kind {self.kind!r}, which nobody registered."
        elif lost := sorted(set(self.groups) - (set(known.groups) - known.sealed)):
            yield f"{self.name!r} of {self.kind} reads {lost}: name groups of the kind that are not sealed."
        elif not self.groups:
            yield f"{self.name!r} of {self.kind} names no group: who may see a candidate?"


def linkables() -> tuple[Linkable, ...]:
    """Return all that modules offer to be matched. Raises ImproperlyConfigured for what may not be."""
    found = registry.providers(Linkable)
    if wrong := _problems(found):
        raise ImproperlyConfigured(wrong)
    return found


@lru_cache(maxsize=8)
def _problems(found: tuple[Linkable, ...]) -> str:
    """Judged once, not with every change of any record."""
    return " ".join(problem for each in found for problem in each.problems())


def of_profile(profile: str) -> tuple[Linkable, ...]:
    """Return the linkables that are compared by `profile`."""
    return tuple(each for each in linkables() if profile in each.profiles)


def profiles() -> tuple[str, ...]:
    """Return the profiles that have something to compare."""
    return tuple(sorted({name for each in linkables() for name in each.profiles}))


def profiles_of(kind: str) -> tuple[str, ...]:
    """Return the profiles that compare something of records of `kind`."""
    return tuple(sorted({name for each in linkables() if each.kind == kind for name in each.profiles}))


def meets(profile: str, name: str) -> str:
    """Return what a thing called `name` is compared with in `profile`."""
    return ACROSS.get(name, name) if profile == "remains" else name
