"""Who plays in the demonstration. Agencies, Tribe and people are invented."""

from dataclasses import dataclass

from django.db import transaction

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Nation, Person

NATION = "Red Valley Tribe"
EMAIL = "{}@demonstration.example"


@dataclass(frozen=True, slots=True)
class Cast:
    """An agency of the demonstration and the two people who act for it: its supervisor and its investigator."""

    name: str
    short_name: str
    kind: AgencyKind
    ori: str
    supervisor: str
    investigator: str
    nation: str | None = None
    beside: tuple[tuple[Role, ...], tuple[Role, ...]] = ((), ())
    """What they do besides, such as in the action plan and with tips: the supervisor, the investigator."""
    instead: tuple[tuple[Role, ...], tuple[Role, ...]] | None = None
    """What they do where they neither supervise nor investigate."""

    def people(self) -> tuple[tuple[str, tuple[Role, ...]], ...]:
        """Return names and roles."""
        if self.instead:
            return (self.supervisor, self.instead[0]), (self.investigator, self.instead[1])
        leading, working = self.beside
        return (self.supervisor, (Role.SUPERVISOR, *leading)), (self.investigator, (Role.INVESTIGATOR, *working))


CASTS = (
    Cast("Red Valley Tribal Police Department", "RVTPD", AgencyKind.TRIBAL, "RV0010000", "Dana Whitehorse",
         "Ray Littlecreek", NATION, beside=((Role.TRIAGE,), ())),
    Cast("BIA Missing and Murdered Unit, Red Valley Office", "BIA-RV", AgencyKind.FEDERAL, "BI0020000",
         "Marta Ellison", "Theo Brandt",
         beside=((Role.PLAN_LEAD,), (Role.PLAN_CONTACT, Role.TRIAGE, Role.PRESENCE_SPONSOR))),
    Cast("FBI Painted Mesa Field Office", "FBI-PM", AgencyKind.FEDERAL, "FB0030000", "Joan Okafor", "Luis Herrera",
         beside=((Role.SECRETARIAT,), (Role.PLAN_CONTACT, Role.TRIAGE))),
    Cast("DHS Painted Mesa Protection Office", "DHS-PM", AgencyKind.FEDERAL, "DH0040000", "Ines Calder", "Omar Reyes",
         instead=((Role.PRESENCE_INTAKE, Role.PRESENCE_DECIDER), (Role.PRESENCE_REVIEWER, Role.PRESENCE_OVERSIGHT))),
)  # fmt: skip


@transaction.atomic
def engage() -> list[Membership]:
    """Return the eight memberships, made where they are missing, in the order of CASTS."""
    return [membership for cast in CASTS for membership in _engage(cast)]


def _engage(cast: Cast) -> list[Membership]:
    agency = _agency(cast)
    return [_membership(agency, name, roles) for name, roles in cast.people()]


def _agency(cast: Cast) -> Agency:
    nation = Nation.objects.get_or_create(name=cast.nation)[0] if cast.nation else None
    given = {"name": cast.name, "kind": cast.kind, "ori": cast.ori, "nation": nation}
    agency, made = Agency.objects.get_or_create(short_name=cast.short_name, defaults=given)
    if made:
        audit.record(None, "agency.add", kind="agency", record_id=agency.pk, detail={"kind": str(cast.kind)})
    return agency


def _membership(agency: Agency, name: str, roles: tuple[Role, ...]) -> Membership:
    email = EMAIL.format(name.lower().replace(" ", "."))
    person = Person.objects.filter(email=email).first() or _person(email, name)
    joined, made = Membership.objects.get_or_create(
        person=person, agency=agency, defaults={"roles": [role.value for role in roles]}
    )
    if made:
        audit.record(None, "membership.add", kind="membership", record_id=joined.pk, detail={"roles": joined.roles})
    return joined


def _person(email: str, name: str) -> Person:
    person = Person.objects.create_user(email, name)
    audit.record(None, "person.add", kind="person", record_id=person.pk)
    return person


def actors(memberships: list[Membership]) -> list[Actor]:
    """Return one actor each agency, its supervisor, as the owner of its records."""
    return [_actor(each) for each in memberships if Role.SUPERVISOR.value in each.roles]


def _actor(each: Membership) -> Actor:
    return Actor(
        person_id=each.person_id, agency_id=each.agency_id, roles=frozenset({*each.roles, Role.INVESTIGATOR.value}),
        purpose=Purpose.RECORDS.value, agency_kind=each.agency.kind, nation_id=each.agency.nation_id,
        membership_id=each.pk,
    )  # fmt: skip
