"""Random policies within the subset, and random worlds of papers, releases and people to try them on."""

from datetime import UTC, datetime, timedelta
from random import Random

from django.db import connection
from hypothesis import strategies as st

from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor

from .papers import Paper

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LEVELS = ("open", "pointer", "restricted")
ROLES = ("investigator", "supervisor", "open")
PURPOSES = ("investigation", "audit", "a")
KINDS = ("tribal", "service_provider")
TAGS = ("a", "b", "c")
GROUPS = ("summary", "people", "secret")
ACTIONS = ("read_summary", "read_people", "read_secret", "edit", "move")
RELEASED = 'resource.released.contains({{ "agency": principal.agency, "group": {}, "purpose": {} }})'


def _text(values) -> st.SearchStrategy[str]:
    return st.sampled_from(values).map(lambda value: f'"{value}"')


def _set(values) -> st.SearchStrategy[str]:
    return st.lists(_text(values), min_size=1, max_size=3).map(lambda found: f"[{', '.join(found)}]")


def _apply(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: template.format(*found))


EQUAL = st.sampled_from(("==", "!="))
ORDERED = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))
NUMBER = st.integers(-1, 4).map(str)
GROUP = st.one_of(st.just("context.group"), _text(GROUPS))
PURPOSE = st.one_of(st.just("context.purpose"), _text(PURPOSES))
LEAVES = st.one_of(
    st.sampled_from(("resource.protected", "principal.partner", "principal.active", "true", "false")),
    _apply("resource.owner {} principal.agency", EQUAL),
    _apply("principal.agency {} resource.owner", EQUAL),
    _apply("resource.level {} {}", EQUAL, _text(LEVELS)),
    _apply("{} {} context.purpose", _text(PURPOSES), EQUAL),
    _apply("principal.agency_kind {} {}", EQUAL, _text(KINDS)),
    _apply("context.group {} {}", EQUAL, _text(GROUPS)),
    _apply("resource.weight {} {}", ORDERED, NUMBER),
    _apply("{} {} resource.weight", NUMBER, ORDERED),
    _apply("resource.protected {} true", EQUAL),
    _apply("{}.contains(resource.level)", _set(LEVELS)),
    _apply("{}.contains(context.purpose)", _set(PURPOSES)),
    _apply("principal.roles.contains({})", _text(ROLES)),
    _apply("principal.roles.contains(resource.level)"),
    _apply("principal.roles.containsAny({})", _set(ROLES)),
    _apply("resource.tags.contains({})", _text(TAGS)),
    _apply("resource.tags.contains(context.purpose)"),
    _apply("resource.tags.containsAny({})", _set(TAGS)),
    _apply("resource.tags.containsAll({})", _set(TAGS)),
    _apply(RELEASED, GROUP, PURPOSE),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        _apply("({} && {})", inner, inner),
        _apply("({} || {})", inner, inner),
        _apply("!({})", inner),
        _apply("(if {} then {} else {})", inner, inner, inner),
    ),
    max_leaves=6,
)
CLAUSES = st.lists(_apply("{} {{ {} }}", st.sampled_from(("when", "unless")), CONDITIONS), min_size=1, max_size=2)
SCOPES = st.one_of(
    st.just("action"),
    st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=3, unique=True).map(
        lambda named: "action in [" + ", ".join(f'Action::"{name}"' for name in named) + "]"
    ),
)
POLICIES = st.tuples(st.sampled_from(("permit", "permit", "forbid")), SCOPES, CLAUSES)


@st.composite
def policy_texts(draw: st.DrawFn) -> str:
    """Return the Cedar text of two to six policies on papers."""
    drawn = draw(st.lists(POLICIES, min_size=2, max_size=6))
    return "\n".join(
        f'@id("p{n}") @reason("p{n}")\n{effect}(principal, {scope}, resource is Paper)\n{" ".join(clauses)};'
        for n, (effect, scope, clauses) in enumerate(drawn)
    )


def make_world(chance: Random, agencies: list[int], size: int) -> list[Paper]:
    """Store `size` random papers with random releases, and return the papers; any fact may be missing."""
    papers = Paper.unscoped.bulk_create(_paper(chance, agencies, n) for n in range(size))
    Release.objects.bulk_create(_release(chance, agencies, paper) for paper in papers for _ in range(2))
    return papers


def clear_world() -> None:
    """Delete every paper and release, whatever of other modules might point at one: nothing does here."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_release")
    Paper.unscoped.all().delete()


def make_actor(chance: Random, agencies: list[int]) -> Actor:
    """Return somebody random."""
    return Actor(
        person_id=chance.randint(1, 9),
        agency_id=chance.choice(agencies),
        roles=frozenset(chance.sample(ROLES, chance.randint(0, 3))),
        purpose=chance.choice(PURPOSES),
        agency_kind=chance.choice(KINDS),
        partner=chance.random() < 0.5,
        active=chance.random() < 0.8,
    )


def _paper(chance: Random, agencies: list[int], n: int) -> Paper:
    def maybe(value):
        return None if chance.random() < 0.03 else value

    return Paper(
        number=f"P{n}",
        owner_id=maybe(chance.choice(agencies)),
        level=maybe(chance.choice(LEVELS)),
        protected=maybe(chance.random() < 0.4),
        weight=maybe(chance.randint(0, 3)),
        tags=maybe(chance.sample(TAGS, chance.randint(0, 3))),
        opened_at=NOW - timedelta(days=chance.randint(0, 30)),
    )


def _release(chance: Random, agencies: list[int], paper: Paper) -> Release:
    moment = timedelta(seconds=1)
    return Release(
        kind="paper" if chance.random() < 0.9 else "case",
        record_id=paper.pk,
        record_opened_at=chance.choice((paper.opened_at, None)),
        agency_id=chance.choice(agencies),
        groups=["summary", *chance.sample(GROUPS[1:], chance.randint(0, 2))],
        purposes=chance.sample(PURPOSES, chance.randint(1, 3)),
        authority="letter",
        expires_at=NOW + chance.choice((-moment, timedelta(0), moment, moment, moment)),
        ended_at=NOW - moment if chance.random() < 0.2 else None,
    )
