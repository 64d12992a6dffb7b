"""Which weights a profile is compared by: rows that are kept, so that the same inputs give the same answer for ever."""

from functools import lru_cache

from django.db import transaction

from manumit.linkage import PROFILES, Model

from .models import MatchIndex, MatchModel


def keep(model: Model) -> MatchModel:
    """Return the row of a model, written where there is none."""
    values = {"profile": model.profile.name, "text": model.to_json(), "made_from": model.made_from[:500]}
    return MatchModel.objects.get_or_create(version=model.version, defaults=values)[0]


def current(profile: str) -> Model:
    """Return the model that the index of `profile` stands under; the starting one where there is no index."""
    row = MatchIndex.objects.filter(profile=profile).select_related("model").first()
    return of_version(row.model.version) if row else _starting(profile)


def of_version(version: str) -> Model:
    """Return a model that was kept. Raises MatchModel.DoesNotExist."""
    return _read(version)


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
