"""Which weights a profile is compared by: rows that are kept, so that the same inputs give the same answer for ever."""

from functools import lru_cache

from django.db import transaction

from manumit.linkage import PROFILES, Model
from manumit.linkage.model import BadModel

from .models import MatchIndex, MatchModel


def keep(model: Model) -> MatchModel:
    """Return the row of a model, written where there is none."""
    values = {"profile": model.profile.name, "text": model.to_json(), "made_from": model.made_from[:500]}
    return MatchModel.objects.get_or_create(version=model.version, defaults=values)[0]


def current(profile: str) -> Model:
    """Return the model that the index of `profile` stands under; the starting one where it stands under none known."""
    row = MatchIndex.objects.filter(profile=profile).select_related("model").first()
    return of_version(row.model.version) if row and understood(row.model.version) else _starting(profile)


def of_version(version: str) -> Model:
    """Return a model that was kept. Raises MatchModel.DoesNotExist, BadModel for one of an older comparison table."""
    return _read(version)


def understood(version: str) -> bool:
    """Say whether a model that was kept is one that this version of the product can compare by."""
    try:
        return bool(_read(version))
    except BadModel:
        return False


def to_explain(profile: str, version: str = "") -> Model:
    """Return the model of `version`, or the one in use: where none is named, or an older product's cannot be followed.

    Each score names the model it was made by, so a reader sees which of the two it is.
    """
    return of_version(version) if version and understood(version) else current(profile)


def starting(profile: str) -> MatchModel:
    """Return the row of the published starting weights of `profile`."""
    with transaction.atomic():
        return keep(_starting(profile))


@lru_cache(maxsize=16)
def _starting(profile: str) -> Model:
    return Model.starting(PROFILES[profile])


@lru_cache(maxsize=16)
def _read(version: str) -> Model:
    return Model.from_json(bytes(MatchModel.objects.get(version=version).text), version)
