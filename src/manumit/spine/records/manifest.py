"""What a module tells the spine about itself: one frozen `MANIFEST` in its `manifest.py`.

A manifest holds declarations only. What modules offer each other are `providers`: objects whose type names the offer,
found with `registry.providers(type)`.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Kind
from manumit.spine.identity.actor import Actor

Text = str | Promise


class Pillar(models.TextChoices):
    """The pillars of the national action plan to combat human trafficking; home and menu are laid out by them."""

    PREVENTION = "prevention", _("Prevention")
    PROTECTION = "protection", _("Protection")
    PROSECUTION = "prosecution", _("Prosecution")
    PARTNERSHIPS = "partnerships", _("Partnerships")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of the menu: `route` is a URL name without arguments, `position` orders entries within a pillar.

    `roles` are those who are shown the line, everybody where empty; the page itself is guarded in any case.
    """

    title: Text
    route: str
    pillar: Pillar
    summary: Text = ""
    position: int = 100
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that `manumit import NAME` reads. `run` returns the command's exit status."""

    name: str
    title: Text
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that `manumit export NAME` writes. `run` returns the command's exit status."""

    name: str
    title: Text
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class SampleData:
    """Invented records for the demonstration, a provider of its module.

    `load(actors, wanted)` sees to it that there are `wanted` of them, owned by the agencies of `actors` (one actor each
    agency), and returns how many it added; called again it adds none. `count()` says how many there are.
    """

    title: Text
    load: Callable[[Sequence[Actor], int], int]
    count: Callable[[], int]


@dataclass(frozen=True, slots=True)
class CrowdedAddress:
    """Where the public may come in crowds, a provider of its module: addresses that begin with `prefix`.

    They are served in a lane of their own, so that people at work do not wait behind a crowd.
    """

    prefix: str


@dataclass(frozen=True, slots=True)
class AnswerAtTick:
    """Where the time must not tell what a POST finds, a provider of its module: addresses that begin with `prefix`.

    Whatever is answered there leaves at a fixed moment after the request arrived, errors and refusals too.
    """

    prefix: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A module in declarations.

    `name` is its package's last name, `purpose` one sentence for the home page. `kinds` are the record kinds it
    protects. `urls` and `api` name Python modules: Django's URL patterns, and one that holds a ninja `router`.
    `providers` are whatever it offers others: procedures, sample data, linkable kinds.
    """

    name: str
    title: Text
    purpose: Text
    pillars: tuple[Pillar, ...]
    kinds: tuple[Kind, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    urls: str = ""
    api: str = ""
    importers: tuple[Importer, ...] = ()
    exporters: tuple[Exporter, ...] = ()
    providers: tuple[object, ...] = ()
