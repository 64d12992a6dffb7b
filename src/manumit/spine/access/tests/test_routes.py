"""Every view declares who may come; the declaration is enforced, whatever the view does."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from manumit.spine.access import Denied, Hidden
from manumit.spine.access.middleware import MEMBERSHIP_KEY, PURPOSE_KEY, ActorMiddleware, actor_of, choose
from manumit.spine.access.models import Agreement
from manumit.spine.access.routes import guarded, open_to_all, signed_in
from manumit.spine.identity.models import Membership, Person

from .papers import Paper

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@guarded("edit", "paper")
def edit(request, record) -> HttpResponse:
    return HttpResponse(record.number)


@guarded("edit", "paper")
def edit_by_number(request, number) -> HttpResponse:
    return HttpResponse(number)


@signed_in("shows the asker's own list only")
def listing(request) -> HttpResponse:
    return HttpResponse("list")


@signed_in("chooses the purpose", acting=False)
def purpose(request) -> HttpResponse:
    return HttpResponse("purpose")


@open_to_all("holds nothing about anybody")
def front(request) -> HttpResponse:
    return HttpResponse("front")


def ask(view, actor, user=None, **named):
    request = RequestFactory().get("/papers/P1/")
    request.actor, request.user = actor, user or AnonymousUser()
    return view(request, **named)


@pytest.fixture
def one(paper, agencies) -> Paper:
    return Paper.objects.create(number="P1", owner=agencies[0], opened_at=NOW)


def test_views_carry_their_policy() -> None:
    assert (edit.route_policy.rule, edit.route_policy.action, edit.route_policy.kind) == ("guarded", "edit", "paper")
    assert (listing.route_policy.rule, front.route_policy.rule) == ("signed_in", "open_to_all")
    assert listing.route_policy.reason
    assert edit.__name__ == "edit"


def test_a_guarded_view_gets_the_record(one, alice) -> None:
    assert ask(edit, alice, number="P1").content == b"P1"


def test_a_guarded_view_is_closed_to_others(one, alice, charlie) -> None:
    from dataclasses import replace

    with pytest.raises(Hidden):
        ask(edit, charlie, number="P1")
    with pytest.raises(Hidden):
        ask(edit, alice, number="P9")
    with pytest.raises(Hidden):
        ask(edit, replace(alice, active=False), number="P1")


def test_who_may_know_but_not_do_is_denied(one, alice) -> None:
    @guarded("move", "paper")
    def move(request, record) -> HttpResponse:
        return HttpResponse()

    with pytest.raises(Denied):
        ask(move, alice, number="P1")


def test_nobody_is_sent_to_sign_in(one, settings) -> None:
    settings.LOGIN_URL = "/sign-in/"
    for view, named in ((edit, {"number": "P1"}), (edit_by_number, {"number": "P1"}), (listing, {}), (purpose, {})):
        assert ask(view, None, **named).url == "/sign-in/?next=/papers/P1/"


def test_who_has_not_chosen_a_purpose_is_sent_to_choose(one) -> None:
    person = Person(pk=1)
    assert ask(edit, None, person, number="P1").url.startswith("/purpose/")
    assert ask(purpose, None, person).content == b"purpose"


def test_an_open_view_asks_nothing(one) -> None:
    assert ask(front, None).content == b"front"


@pytest.fixture
def membership(agencies) -> Membership:
    person = Person.objects.create_user("alice@example.org", "Alice Example")
    return Membership.objects.create(person=person, agency=agencies[0], roles=["investigator", "supervisor"])


def visit(session) -> object:
    request = RequestFactory().get("/")
    request.session = session
    ActorMiddleware(lambda passed: HttpResponse())(request)
    return actor_of(request)


def session_of(membership, **changes) -> dict:
    facts = {SESSION_KEY: str(membership.person_id), MEMBERSHIP_KEY: membership.pk, PURPOSE_KEY: "investigation"}
    return {**facts, **changes}


def test_the_actor_is_read_in_one_query(membership, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        actor = visit(session_of(membership))
    assert (actor.person_id, actor.agency_id) == (membership.person_id, membership.agency_id)
    assert (actor.roles, actor.purpose) == (frozenset({"investigator", "supervisor"}), "investigation")
    assert (actor.agency_kind, actor.partner, actor.active) == ("tribal", False, True)


@pytest.mark.parametrize("key", [SESSION_KEY, MEMBERSHIP_KEY, PURPOSE_KEY])
def test_nobody_acts_without_person_agency_and_purpose(membership, key, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert visit(session_of(membership, **{key: None})) is None


def test_an_unknown_purpose_is_nobody(membership) -> None:
    assert visit(session_of(membership, **{PURPOSE_KEY: "curiosity"})) is None


def test_a_membership_serves_its_own_person_only(membership) -> None:
    assert visit(session_of(membership, **{SESSION_KEY: str(membership.person_id + 1)})) is None


@pytest.mark.parametrize("ended", ["person", "agency", "membership", "last day"])
def test_who_is_no_longer_active_is_nobody_at_once(membership, ended) -> None:
    if ended == "person":
        Person.objects.update(is_active=False)
    elif ended == "agency":
        type(membership.agency).objects.update(active=False)
    elif ended == "membership":
        Membership.objects.update(active=False)
    else:
        Membership.objects.update(until_on=NOW.date())
    assert visit(session_of(membership)) is None


@pytest.mark.parametrize(("ends", "ended", "partner"), [(2100, None, True), (2020, None, False), (2100, NOW, False)])
def test_a_live_agreement_makes_a_partner(membership, ends, ended, partner) -> None:
    ends_at = datetime(ends, 1, 1, tzinfo=UTC)
    facts = {"reference": "MOU", "signed_on": NOW.date(), "expires_at": ends_at, "ended_at": ended}
    Agreement.objects.create(agency=membership.agency, **facts)
    assert visit(session_of(membership)).partner is partner


def test_choosing_remembers_agency_and_purpose(membership) -> None:
    request = RequestFactory().get("/")
    request.session = {SESSION_KEY: str(membership.person_id)}
    choose(request, membership.pk, "audit")
    assert visit(request.session).purpose == "audit"
    with pytest.raises(ValueError, match="curiosity"):
        choose(request, membership.pk, "curiosity")
