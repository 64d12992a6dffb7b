"""Releasing a record to one agency, and ending releases: what every kind's action does after its permission."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import kinds, nations
from manumit.spine.access.models import Onward, Release, SharingTerms, Use
from manumit.spine.audit.prepared import asked
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose

from . import registry
from .choices import Ended
from .models import Record
from .releasable import Releasable

MAY_RECEIVE = "SELECT 1 FROM identity_agency WHERE id = %s AND active AND kind <> ALL(%s::varchar[])"


@dataclass(frozen=True)
class Terms:
    """To whom (`agency_id`), what (`groups`), for what (`purposes`), by what right (`authority`), until when.

    `under` are the terms of the agreement it rests on. `onward_of` is the release its receiver shows on, by the
    owner's word where `consented_by_id` names who gave it.
    """

    agency_id: int
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    expires_at: datetime
    under: SharingTerms | None = None
    onward_of: Release | None = None
    consented_by_id: int | None = None


def release(
    actor: Actor, record: Record, terms: Terms, offer: Releasable, *, offered_by_id: int | None = None
) -> Release:
    """Let an agency read `terms.groups` of `record`, and the summary, until it expires or is recalled; record the leaf.

    The caller has asked for permission: of the actor, or of the owner's person who offered it, where `offered_by_id`
    names one and the actor accepts what they offered. Raises ValidationError by field for what makes no sense, exceeds
    the agreement it rests on, or the nation does not allow.
    """
    demand_sense(record, terms, offer)
    made = _written(offered_by_id or actor.person_id, record, terms)
    told = _said(made) | ({"offered_by": offered_by_id} if offered_by_id else {})
    audit.record(actor, f"{record.kind}.release", kind=record.kind, record_id=record.pk, detail=told)
    return made


def demand_sense(record: Record, terms: Terms, offer: Releasable) -> None:
    """Raise ValidationError by field unless `record` may be released on these terms."""
    checks = {
        "groups": (terms.groups <= set(offer.groups), _("Choose among the groups that can be released.")),
        "purposes": (bool(terms.purposes) and terms.purposes <= set(Purpose.values), _("Choose at least one purpose.")),
        "authority": (bool(terms.authority.strip()), _("Say by what authority it is released.")),
        "expires_at": (terms.expires_at > timezone.now(), _("The release must end in the future.")),
        "agency_id": _receiving(record, terms.agency_id, offer),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
    _demand_nation(record, terms)
    if terms.under:
        _demand_within(record, terms, terms.under)
    if terms.onward_of:
        _demand_onward(terms, terms.onward_of)


def _receiving(record: Record, agency_id: int, offer: Releasable) -> tuple[bool, object]:
    """Return whether an agency may receive the record, and what to say if not."""
    if agency_id == record.owner_id:
        return False, _("The owner needs no release.")
    fits = bool(asked(MAY_RECEIVE, agency_id, sorted(map(str, offer.never_to))))
    return fits, _("Choose an agency that may receive such records.")


@dataclass(frozen=True)
class EndedReleases:
    """A provider: `tell(actor, releases, why, reference)` is called in the transaction in which releases ended."""

    tell: Callable[[Actor | None, Sequence[Release], Ended, str], None]


def end(actor: Actor | None, releases: Iterable[Release], why: Ended, reference: str = "") -> list[Release]:
    """End those of `releases` that have not ended, now, with what was shown on by them; say so; return which.

    `reference` names what ended them: an agreement, a nation's resolution, a transfer.
    """
    now, first = timezone.now(), [each for each in releases if each.ended_at is None]
    rows = with_onward(first)
    Release.objects.filter(pk__in=[each.pk for each in rows], ended_at=None).update(ended_at=now)
    for each in rows:
        each.ended_at = now
    tell_ended(actor, rows, why, reference)
    return rows


def with_onward(releases: Sequence[Release]) -> list[Release]:
    """Return the releases and, locked, those not yet ended by which their receivers showed the record on."""
    keys = [each.pk for each in releases]
    onward = Release.objects.filter(onward_of__in=keys, ended_at=None).exclude(pk__in=keys)
    return [*releases, *onward.select_for_update().order_by("id")] if keys else []


def tell_ended(actor: Actor | None, releases: Sequence[Release], why: Ended, reference: str = "") -> None:
    """Record a leaf on each record whose release ended, saying why, and let modules tell who received it."""
    for each in releases:
        detail = {"release": each.pk, "because": f"{why.value} {reference}".strip()}
        audit.record(actor, f"{each.kind}.release.end", kind=each.kind, record_id=each.record_id, detail=detail)
    for offer in registry.providers(EndedReleases) if releases else ():
        offer.tell(actor, releases, why, reference)


def live_of(record: Record) -> list[Release]:
    """Return the live releases of `record`, soonest end first, for whoever may release it or read its log."""
    rows = Release.objects.filter(kind=record.kind, record_id=record.pk, ended_at=None, expires_at__gt=timezone.now())
    return list(rows.select_related("agency", "under", "consented_by").order_by("expires_at"))


def _demand_nation(record: Record, terms: Terms) -> None:
    nation_id = nations.nation_of(record)
    if nation_id is None:
        return
    nations.hold(nation_id)
    said = nations.word(nation_id, Use.INVESTIGATION, terms.agency_id)
    if said.rule and said.rule.ends_at and said.rule.ends_at < terms.expires_at:
        raise ValidationError({"expires_at": [_("The nation's permission ends before that.")]})
    if not said.allowed:
        rested = f" ({said.rule.citation})" if said.rule else ""
        text = _("The nation whose people it is about does not let this agency investigate with its records%(rule)s.")
        raise ValidationError({"agency_id": [text % {"rule": rested}]})


def _demand_within(record: Record, terms: Terms, under: SharingTerms) -> None:
    receiver = terms.onward_of.agency_id if terms.onward_of else terms.agency_id
    checks = {
        "under": (
            under.live(timezone.now()) and (under.giver_id, under.receiver_id) == (record.owner_id, receiver),
            _("This agreement is not in force between these agencies."),
        ),
        "groups": (
            {*terms.groups, "summary"} <= under.groups_of(record.kind),
            _("The agreement does not cover all of these field groups."),
        ),
        "purposes": (terms.purposes <= set(under.purposes), _("The agreement does not cover all of these purposes.")),
        "expires_at": (terms.expires_at <= under.expires_at, _("The agreement ends before that.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)


def _demand_onward(terms: Terms, first: Release) -> None:
    """Raise ValidationError by field unless what `first` gave may be shown on so; the database holds to the same."""
    rule = terms.under.onward if terms.under else Onward.NEVER
    may = rule == Onward.YES or (rule == Onward.WORD and terms.consented_by_id is not None)
    stands = first.live(timezone.now()) and first.onward_of_id is None
    checks = {
        "onward_of": (stands, _("The release it rests on has ended, or was itself shown on.")),
        "under": (may, _("The agreement does not let the receiver show it on without the owner's word.")),
        "agency_id": (terms.agency_id != first.agency_id, _("This agency reads it by the first release already.")),
        "groups": (terms.groups <= set(first.groups), _("That is more than was released.")),
        "purposes": (terms.purposes <= set(first.purposes), _("It was not released for all of these purposes.")),
        "expires_at": (terms.expires_at <= first.expires_at, _("That is longer than it was released.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)


def _written(person_id: int, record: Record, terms: Terms) -> Release:
    made = Release(
        kind=record.kind,
        record_id=record.pk,
        record_opened_at=record.opened_at,
        giver_id=record.owner_id,
        agency_id=terms.agency_id,
        groups=in_order(record.kind, {*terms.groups, "summary"}),
        purposes=sorted(terms.purposes),
        authority=terms.authority.strip(),
        expires_at=terms.expires_at,
        released_by_id=person_id,
        under=terms.under,
        onward_of=terms.onward_of,
        consented_by_id=terms.consented_by_id,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise ValidationError({"under": [_refusal(str(error))]}) from None
    return made


def _refusal(error: str) -> object:
    known = {
        "agreement_not_in_force": _("The agreement has ended meanwhile."),
        "release_exceeds_agreement": _("That is wider or longer than the agreement allows."),
        "onward_not_allowed": _("The agreement does not let the receiver show it on without the owner's word."),
        "onward_exceeds_release": _("That is wider or longer than what was released."),
    }
    return next((text for name, text in known.items() if name in error), error)


def in_order(kind: str, groups: Iterable[str]) -> list[str]:
    """Return `groups` in the order the kind declares them."""
    return sorted(groups, key=kinds.get(kind).groups.index)


def _said(made: Release) -> dict[str, object]:
    told: dict[str, object] = {
        "release": made.pk,
        "agency": made.agency_id,
        "groups": made.groups,
        "purposes": made.purposes,
        "authority": made.authority,
        "expires_at": made.expires_at.isoformat(),
    }
    named = {"agreement": made.under and made.under.agreement, "onward_of": made.onward_of_id}
    return {**told, **{name: value for name, value in named.items() if value}}
