"""What programs read of links beside pairs: packs, identities, watches, the evaluation, the chart."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Query, Router

from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import answer
from manumit.spine.ui.api.authentication import may

from . import schemas
from .actions.compare_behaviour import compare_behaviour
from .actions.disclose import disclose
from .actions.keep_watch import end_watch
from .choices import Audience, Profile
from .edges import Asked, charted
from .figures import figures
from .questions import candidate, common_numbers, joins, watches

router = Router()
READ, WRITE = may("links:read"), may("links:write")
Id = PathEx[int, P(ge=1, le=2**63 - 1)]


@router.get(
    "/candidates/{pk}/disclosure", response=dict[str, Any], auth=READ, summary="Pack of a pair",
    operation_id="disclose_link",
)  # fmt: skip
def pack(request: HttpRequest, pk: Id, to: Audience = Audience.COURT) -> dict[str, Any]:
    """All that a court may ask of a pair; for family and public what they may be told, once they may."""
    actor = asking(request)
    return disclose(actor, candidate(actor, pk), to)


@router.get(
    "/identities/{number}", response=schemas.IdentityOut, auth=READ, summary="Read a join",
    operation_id="read_link_join",
)  # fmt: skip
def identity(request: HttpRequest, number: str) -> HttpResponse:
    """What a number of an identity joins, since when and why; its number stands though it was taken back."""
    made = joins(asking(request)).filter(number=number).first() if "\x00" not in number else None
    if made is None:
        raise Hidden
    return answer(
        schemas.IdentityOut(
            number=made.number, one=made.record_number, other=made.other_number, because=made.because,
            made_at=made.made_at, undone_at=made.undone_at,
        )
    )  # fmt: skip


@router.get("/watches", response=list[schemas.WatchOut], auth=READ, summary="Your watches", operation_id="link_watches")
def list_watches(request: HttpRequest) -> list[schemas.WatchOut]:
    """What you go on looking for, the one that ends first first."""
    return [
        schemas.WatchOut(
            id=each.pk, profile=each.profile, name=each.name, case_number=each.record_number, why=each.why,
            ends_on=each.ends_on, told=len(each.told),
        )
        for each in watches(asking(request))
    ]  # fmt: skip


@router.delete("/watches/{pk}", response={204: None}, auth=WRITE, summary="End a watch", operation_id="end_link_watch")
def end(request: HttpRequest, pk: Id) -> HttpResponse:
    """End one of your watches now."""
    actor = asking(request)
    found = next((each for each in watches(actor) if each.pk == pk), None)
    if found is None:
        raise Hidden
    end_watch(actor, found)
    return HttpResponse(status=204)


@router.get(
    "/evaluation/{profile}", response=dict[str, Any], auth=READ, summary="How well matching does",
    operation_id="link_evaluation",
)  # fmt: skip
def evaluation(request: HttpRequest, profile: Profile) -> dict[str, Any]:
    """Figures of the judgements you may see; no probability before there are enough."""
    return figures(asking(request), profile)


@router.get(
    "/common/{kind}/{number}", response=schemas.CommonOut, auth=READ, summary="Common numbers of a record",
    operation_id="link_common_numbers",
)  # fmt: skip
def common(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """Which of a record's telephones, accounts, plates and other numbers are too common to raise a lead."""
    from manumit.linkage.frequencies import COMMON

    if "\x00" in kind + number:
        raise Hidden
    actor = asking(request)
    record = find_of_any_kind(actor, "read_summary", kind, number)
    return answer(schemas.CommonOut(numbers=common_numbers(actor, record), carried_by=COMMON))


@router.get(
    "/alike/{kind}/{number}", response=schemas.AlikesOut, auth=READ, summary="Cases alike in behaviour",
    operation_id="link_alike",
)  # fmt: skip
def alike(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """Records most alike in behaviour, best first: unvalidated, a ranking to read by, no probability."""
    if "\x00" in kind + number:
        raise Hidden
    actor = asking(request)
    found = compare_behaviour(actor, find_of_any_kind(actor, "read_summary", kind, number))
    rows = [
        schemas.AlikeOut(
            kind=each.kind, number=each.number, same=[str(title) for title in each.same],
            other=[str(title) for title in each.other],
        )
        for each in found or ()
    ]  # fmt: skip
    return answer(schemas.AlikesOut(validated=False, known=found is not None, items=rows))


@router.get(
    "/chart/{kind}/{number}", response=schemas.ChartOut, auth=READ, summary="Chart of links",
    operation_id="link_chart",
)  # fmt: skip
def chart(request: HttpRequest, kind: str, number: str, asked: Query[schemas.ChartAsked]) -> HttpResponse:
    """What joins a record, one hop and what is opened, or a shortest path to another, between two days."""
    actor = asking(request)
    record = find_of_any_kind(actor, "read_summary", kind, number)
    found = charted(actor, (record.kind, record.number), Asked.of(asked.model_dump(), asked.open))
    edges = [
        schemas.EdgeOut(
            one=":".join(edge.one), other=":".join(edge.other), title=str(edge.title), source=str(edge.source),
            grading=str(edge.grading), on=edge.on, seen_by=str(edge.seen_by),
        )
        for edge in found.edges
    ]  # fmt: skip
    left_out = {":".join(place): count for place, count in found.left_out.items()}
    return answer(schemas.ChartOut(nodes=[":".join(place) for place in found.points], edges=edges, left_out=left_out))
