"""An agreement binds once both signed; a release under it never exceeds it and ends with it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from manumit.spine.access import Denied, Hidden, allowed, require
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.performing import NotNow
from manumit.spine.workflow.refusing import Refused

from ..actions.draft_agreement import draft_agreement
from ..actions.move_agreement import move_agreement
from ..actions.sign_agreement import hash_of, sign_agreement
from ..models import SharingAgreement, Signature
from .cases import open_case, with_cases
from .conftest import actor, draft_of, put_in_force

pytestmark = [pytest.mark.django_db, with_cases]


def terms_of(agreement, **changed) -> Terms:
    """Return a release to the other agency, within the agreement."""
    under = SharingTerms.objects.filter(agreement=agreement.number).first()
    said = {
        "agency_id": agreement.other_id, "groups": frozenset({"people"}), "purposes": frozenset({"investigation"}),
        "authority": "Agreement", "expires_at": timezone.now() + timedelta(days=30), "under": under,
    }  # fmt: skip
    return Terms(**{**said, **changed})


def test_it_is_in_force_only_once_both_have_signed(ada, fay, bureau) -> None:
    made = draft_agreement(ada, draft_of(bureau))
    with pytest.raises(Refused):
        sign_agreement(ada, made, capacity="Chief", terms_hash=hash_of(made))
    move_agreement(ada, made, "offer", expected_version=1)
    sign_agreement(ada, made, capacity="Chief", terms_hash=hash_of(made))
    assert not SharingTerms.objects.exists()
    sign_agreement(fay, made, capacity="Agent in charge", terms_hash=hash_of(made))
    made.refresh_from_db()
    assert made.state == "in_force"
    terms = SharingTerms.objects.get()
    assert (terms.giver_id, terms.receiver_id) == (ada.agency_id, fay.agency_id)
    assert set(terms.groups) == {"case.summary", "case.people", "case.narrative"}


def test_nobody_signs_for_two_nor_twice_nor_what_they_did_not_read(ada, fay, bureau) -> None:
    made = draft_agreement(ada, draft_of(bureau))
    move_agreement(ada, made, "offer", expected_version=1)
    with pytest.raises(Refused):
        sign_agreement(ada, made, capacity="Chief", terms_hash="0" * 64)
    sign_agreement(ada, made, capacity="Chief", terms_hash=hash_of(made))
    both = actor("ada", bureau, "supervisor")
    assert both.person_id == ada.person_id
    for again in (ada, both):
        with pytest.raises(Refused):
            sign_agreement(again, made, capacity="Chief", terms_hash=hash_of(made))
    assert Signature.objects.visible_to(fay).count() == 1


def test_the_other_agency_knows_nothing_of_a_draft_and_a_stranger_of_nothing(ada, ben, fay, charlie, bureau) -> None:
    made = draft_agreement(ada, draft_of(bureau))
    assert not allowed(fay, "read_summary", made)
    assert SharingAgreement.objects.page(fay).rows == []
    move_agreement(ada, made, "offer", expected_version=1)
    assert [each.number for each in SharingAgreement.objects.page(fay).rows] == [made.number]
    assert Notice.objects.visible_to(fay).filter(event="agreement_offered").exists()
    assert SharingAgreement.objects.page(charlie).rows == []
    with pytest.raises(Hidden):
        require(charlie, "supervise", made)
    with pytest.raises(Denied):
        sign_agreement(ben, made, capacity="Officer", terms_hash=hash_of(made))


def test_what_makes_no_sense_is_refused_by_field(ada, bureau, tribal) -> None:
    today = timezone.localdate()
    for changed in (
        {"groups": frozenset({"case.protected_contact"})}, {"groups": frozenset()}, {"purposes": frozenset({"sale"})},
        {"authority": " "}, {"title": ""}, {"onward": "perhaps"}, {"expires_on": today - timedelta(days=1)},
    ):  # fmt: skip
        with pytest.raises(ValidationError) as refused:
            draft_agreement(ada, draft_of(bureau, **changed))
        assert list(refused.value.message_dict) == [*changed]
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        draft_agreement(ada, draft_of(tribal))


def test_a_release_under_it_never_exceeds_it(ada, fay, bureau, county) -> None:
    made, case = put_in_force(ada, fay, draft_of(bureau)), open_case(ada)
    for changed, field in (
        ({"groups": frozenset({"place"})}, "groups"),
        ({"purposes": frozenset({"records"})}, "purposes"),
        ({"expires_at": timezone.now() + timedelta(days=400)}, "expires_at"),
        ({"agency_id": county.pk}, "under"),
    ):
        with pytest.raises(ValidationError) as refused:
            release_record(ada, case, terms_of(made, **changed))
        assert field in refused.value.message_dict
    assert release_record(ada, case, terms_of(made)).groups == ["summary", "people"]


@pytest.mark.parametrize("wrong", [
    {"groups": ["summary", "place"]}, {"purposes": ["records"]}, {"agency_id": 0}, {"giver_id": 0},
    {"expires_at": timezone.now() + timedelta(days=400)}, {"kind": "suspect"},
])  # fmt: skip
def test_the_database_refuses_it_too(ada, fay, bureau, county, wrong) -> None:
    made, case = put_in_force(ada, fay, draft_of(bureau)), open_case(ada)
    good = release_record(ada, case, terms_of(made))
    wrong = {name: value or county.pk for name, value in wrong.items()}
    with pytest.raises(IntegrityError, match="release_exceeds_agreement"), transaction.atomic():
        Release.objects.filter(pk=good.pk).update(**wrong)


def test_withdrawal_ends_everything_under_it_at_once(ada, fay, gus, bureau) -> None:
    made, case = put_in_force(ada, fay, draft_of(bureau)), open_case(ada)
    release_record(ada, case, terms_of(made))
    aside = release_record(ada, open_case(ada), terms_of(made, under=None))
    assert allowed(gus, "read_people", case)
    move_agreement(fay, made, "withdraw", expected_version=made.version, words="Policy changed")
    assert not allowed(gus, "read_summary", case)
    assert Release.objects.get(ended_at=None) == aside
    assert Entry.objects.filter(verb="case.release.end", record_id=case.pk).exists()
    with pytest.raises(ValidationError):
        release_record(ada, case, terms_of(made))
    with pytest.raises(NotNow):
        move_agreement(ada, made, "withdraw", expected_version=made.version, words="Again")


def test_terms_only_end_and_what_ended_stays_ended(ada, fay, bureau) -> None:
    made, case = put_in_force(ada, fay, draft_of(bureau)), open_case(ada)
    given = release_record(ada, case, terms_of(made))
    for change in ({"groups": ["case.place"]}, {"expires_at": timezone.now() + timedelta(days=900)}):
        with pytest.raises(IntegrityError, match="terms_only_end"), transaction.atomic():
            SharingTerms.objects.update(**change)
    recall(ada, case, given.pk)
    with pytest.raises(IntegrityError, match="release_has_ended"), transaction.atomic():
        Release.objects.filter(pk=given.pk).update(ended_at=None)
    with pytest.raises(Refused):
        recall(ada, case, given.pk)


def test_both_ways_makes_both_givers(ada, fay, bureau) -> None:
    put_in_force(ada, fay, draft_of(bureau, mutual=True))
    assert SharingTerms.objects.count() == 2
    case = open_case(fay)
    under = SharingTerms.objects.get(giver=bureau)
    given = release_record(fay, case, terms_of(_agreement(), agency_id=ada.agency_id, under=under))
    assert given.giver == bureau
    assert Agency.objects.get(pk=given.agency_id).short_name == "STP"


def _agreement() -> SharingAgreement:
    return SharingAgreement.unscoped.get()
