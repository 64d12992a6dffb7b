"""Only what rule 7 lists may be matched; anything else is refused at the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from manumit.spine.matching import Linkable, Matched, checks, linkable
from manumit.spine.records import registry


def declared(monkeypatch: pytest.MonkeyPatch, *offers: Linkable) -> None:
    monkeypatch.setattr(registry, "providers", lambda of: offers if of is Linkable else ())


@pytest.mark.parametrize("name", ["victim", "witness", "family", "reporting_party", "tip_giver", "client", ""])
def test_a_kind_that_is_not_listed_is_refused(monkeypatch, name) -> None:
    declared(monkeypatch, Linkable(name, "case", ("people",), lambda ids: ()))
    assert [error.id for error in checks.only_what_may_be_matched_is()] == ["manumit.E060"]
    with pytest.raises(ImproperlyConfigured, match="rule 7"):
        linkable.linkables()


@pytest.mark.parametrize(
    ("kind", "groups", "why"),
    [
        ("nothing", ("people",), "nobody registered"),
        ("agency_record", (), "nobody registered"),
    ],
)
def test_what_is_declared_unsoundly_is_refused(monkeypatch, kind, groups, why) -> None:
    declared(monkeypatch, Linkable(Matched.VEHICLE, kind, groups, lambda ids: ()))
    (error,) = checks.only_what_may_be_matched_is()
    assert why in error.msg


@pytest.mark.parametrize(
    ("groups", "why"),
    [(("summary", "whereabouts"), "not sealed"), (("summary", "nothing"), "not sealed"), ((), "no group")],
)
def test_sealed_groups_and_none_at_all_are_refused(kind, monkeypatch, groups, why) -> None:
    declared(monkeypatch, Linkable(Matched.PHONE, "note", groups, lambda ids: ()))
    (error,) = checks.only_what_may_be_matched_is()
    assert why in error.msg
    with pytest.raises(ImproperlyConfigured, match=why):
        linkable.linkables()


def test_what_modules_offer_is_sound() -> None:
    assert checks.only_what_may_be_matched_is() == []
    assert {each.name for each in linkable.linkables()} <= set(Matched.values)


def test_remains_meet_missing_people_and_like_meets_like() -> None:
    assert linkable.meets("remains", Matched.MISSING_PERSON) == Matched.UNIDENTIFIED_REMAINS
    assert linkable.meets("remains", Matched.UNIDENTIFIED_REMAINS) == Matched.MISSING_PERSON
    assert linkable.meets("person", Matched.MISSING_PERSON) == Matched.MISSING_PERSON
    assert linkable.meets("vehicle", Matched.VEHICLE) == Matched.VEHICLE
