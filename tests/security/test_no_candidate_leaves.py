"""A candidate for remains stands in no file that cases leave in, on no public page and in no inquiry's answer."""

import io
import zipfile
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import resolve

from manumit.modules.cases import filters
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.exporting.formats import FORMATS
from manumit.modules.cases.exporting.gathering import Wish, export
from manumit.modules.cases.models import Case
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.jobs import find_links
from manumit.modules.links.models import Candidate
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person

from ..accessibility.addresses import routes

pytestmark = pytest.mark.django_db
MARKS = ("tattoo of a hummingbird and a compass", "tattoo of the letters QVX", "tattoo of a lighthouse")
SAID = {"source": "A test"}


def acting(name: str, *roles: str) -> Actor:
    home, _ = Agency.objects.get_or_create(name="Stonewater", short_name="SW", kind="tribal")
    person = Person.objects.create_user(f"{name}@example.org", name)
    actor = actor_for(Membership.objects.create(person=person, agency=home, roles=list(roles)).pk, "investigation")
    assert actor
    return actor


def opened(actor: Actor, kind: str, role: str, number: str) -> Case:
    facts = {"case_type": kind, "last_seen_precision": "unknown", "last_seen_state": "MT"}
    named = {"given_names": "Nell", "family_name": "Harrow"} if role == "missing" else {}
    who = {"role": role, "sex": "female", "age_min": "20", "age_max": "30", **named}
    case = open_case(actor, Report(facts, source="A test", people=[who]))
    for site, words in zip(("forearm", "neck", "back"), MARKS, strict=True):
        add_part(actor, case, "features", {"feature_kind": "tattoo", "site": site, "description": words}, **SAID)
    add_number(actor, case, "namus", number, source="NamUs")
    return case


@pytest.fixture
def pair(tmp_path, settings) -> tuple[Actor, Case, Case]:
    """A missing person and remains that two people judged to be one, and no examiner identified; an analyst of both."""
    settings.MANUMIT_HOME = tmp_path
    alice, bob = acting("Alice", "investigator"), acting("Bob", "analyst", "investigator")
    missing = opened(alice, "missing", "missing", "MP77")
    remains = opened(alice, "unidentified_remains", "decedent_unidentified", "UP77")
    find_links(kind="case", ids=[missing.pk, remains.pk])
    for each in (alice, bob):
        judge(each, Candidate.unscoped.get(), verdict="yes", reason="looks")
    assert Candidate.unscoped.get().state == "confirmed"
    return bob, missing, remains


@pytest.mark.parametrize("name", FORMATS)
def test_no_file_of_one_names_the_other(pair, name) -> None:
    bob, missing, remains = pair
    for own, other in ((missing, remains), (remains, missing)):
        out = io.BytesIO()
        export(Wish(bob, FORMATS[name], filters.parse(QueryDict(f"type={own.case_type}")), "A test"), out)
        text = _read(out.getvalue())
        for word in (other.number, {missing: "UP77", remains: "MP77"}[own], "candidate"):
            assert word.encode() not in text, f"{name} of {own.case_type} says {word}"


def test_no_public_page_names_either(pair) -> None:
    _, missing, remains = pair
    client, seen = Client(), 0
    for route in routes():
        if "<" in route or _rule(f"/{route}") != "open_to_all":
            continue
        seen += 1
        text = client.get(f"/{route}").content.decode(errors="replace")
        assert missing.number not in text, route
        assert remains.number not in text, route
    assert seen > 3


def _rule(path: str) -> str:
    view: Any = resolve(path).func
    policy = getattr(view, "route_policy", None)
    return policy.rule if policy else ""


def _read(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(each) for each in book.namelist())
