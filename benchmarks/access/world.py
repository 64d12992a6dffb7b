"""The world of the benchmark: many cases, an agency that owns 3 % of them and one that owns none, 50 releases each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.db import connections, transaction
from django.utils import timezone

from manumit.modules.cases.kinds import CASE
from manumit.modules.cases.models import Case
from manumit.spine import audit
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency

OTHERS = 40
RELEASES = 50
APART = 40
OWNED = 0.03
VARYING: Mapping[str, str] = {
    "number": "'B' || n",
    "owner_id": "CASE WHEN random() < {owned} THEN {owner} ELSE ({others})[1 + floor(random() * {count})::int] END",
    "level": "CASE WHEN random() < 0.2 THEN 'open' WHEN random() < 0.1 THEN 'pointer' ELSE 'restricted' END",
    "protected": "random() < 0.05",
    "opened_at": "now() - random() * interval '10 years'",
    "changed_at": "now()",
    "state_since_at": "now()",
    "state": "(ARRAY['active', 'cold', 'suspended'])[1 + floor(random() * 3)::int]",
    "case_type": "'missing'",
    "last_seen_state": "(ARRAY['AK', 'AZ', 'MT', 'NM', 'SD'])[1 + floor(random() * 5)::int]",
}


@dataclass(frozen=True)
class World:
    """Who asks: `owner` has 3 % of the cases, `stranger` none; each is also a partner in a second guise."""

    owner: Actor
    stranger: Actor

    @property
    def actors(self) -> dict[str, Actor]:
        """Every asker by name."""
        return {
            "owner": self.owner,
            "stranger": self.stranger,
            "owner_partner": replace(self.owner, partner=True),
            "stranger_partner": replace(self.stranger, partner=True),
        }


def build(rows: int) -> World:
    """See to it that there are `rows` cases, and return the askers."""
    owner, stranger, *others = [_agency(number) for number in range(OTHERS + 2)]
    if _count() != rows:
        _fill(rows, owner, others)
        for agency in (owner, stranger):
            _release(agency)
        _statistics()
    return World(_actor(owner), _actor(stranger))


def receiver(releases: int) -> Actor:
    """Return somebody of an agency that owns nothing and to which `releases` cases were released."""
    agency = _agency(OTHERS + 2)
    if not Release.objects.filter(agency=agency).exists():
        _release(agency, releases)
        _statistics()
    return _actor(agency)


def _agency(number: int) -> Agency:
    name = f"Bench Office {number}"
    with transaction.atomic():
        values = {"short_name": f"BO{number}", "kind": "federal"}
        agency, made = Agency.objects.get_or_create(name=name, defaults=values)
        if made:
            audit.record(None, "agency.add", kind="agency", record_id=agency.pk)
    return agency


def _actor(agency: Agency) -> Actor:
    return Actor(0, agency.pk, frozenset({"investigator"}), "investigation", agency.kind)


def _count() -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {Case._meta.db_table}")
        return int(cursor.fetchone()[0])


def _fill(rows: int, owner: Agency, others: list[Agency]) -> None:
    """Write the cases as the owner of the tables, past the rule that every change has its log entry."""
    table, columns = Case._meta.db_table, _columns(owner, others)
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {table}, {Release._meta.db_table} CASCADE")
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(f"{expression} AS v{place}" for place, expression in enumerate(columns.values()))
        cursor.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM generate_series(1, {rows}) n")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _columns(owner: Agency, others: list[Agency]) -> dict[str, str]:
    facts = {
        "owned": OWNED,
        "owner": owner.pk,
        "others": f"ARRAY{[agency.pk for agency in others]}",
        "count": len(others),
    }
    fields = [field for field in Case._meta.concrete_fields if not field.primary_key]
    return {field.attname: VARYING.get(field.attname, "").format(**facts) or _constant(field) for field in fields}


def _constant(field: Any) -> str:
    value = field.get_default()
    if value is None or value == "":
        return "NULL" if field.null else "''"
    return "'{}'::jsonb" if isinstance(value, dict) else f"'{value}'"


def _release(agency: Agency, wanted: int = RELEASES) -> None:
    foreign = Case.unscoped.exclude(owner=agency).filter(level="restricted").values_list("pk", "opened_at")
    apart = min(APART, max(1, _count() // (2 * wanted)))
    chosen = list(foreign.order_by("pk")[: wanted * apart])[::apart]
    Release.objects.bulk_create(
        Release(
            kind=CASE.name,
            record_id=key,
            record_opened_at=opened_at,
            agency=agency,
            groups=["summary", "people"],
            purposes=["investigation"],
            authority="Letter",
            expires_at=timezone.now() + timedelta(days=3650),
        )
        for key, opened_at in chosen
    )


def _statistics() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {Case._meta.db_table}")
        cursor.execute(f"ANALYZE {Release._meta.db_table}")
