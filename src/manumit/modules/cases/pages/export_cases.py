"""Export cases: choose a format, see what will be in it and what cannot, say what for, download."""

from __future__ import annotations

from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.pages import Count
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render

from .. import filters, questions
from ..exporting.format import Format
from ..exporting.formats import FORMATS
from ..exporting.gathering import OPEN_GROUPS, Wish, export
from ..models import Case
from .label_words import GROUPS
from .list_cases import chips

MOST = 5_000
"""As many cases leave in one answer to a browser; `manumit export` has no such bound."""


class NoteForm(forms.Form):
    """What an export is for, in the words of who makes it."""

    note = forms.CharField(
        label=_("What do you need it for?"),
        max_length=300,
        help_text=_("It is kept with each case that leaves, and the owner reads it."),
    )


@dataclass(frozen=True)
class Reach:
    """How many cases of a list one may see, and may export."""

    seen: Count
    exported: Count

    @property
    def left_out(self) -> int:
        """Return how many one may see and not export; at least as many where the counts are capped."""
        return max(self.seen.value - self.exported.value, 0)

    @property
    def too_many(self) -> bool:
        """Whether a browser is not given that many at once."""
        return self.exported.capped


@signed_in("Each case is exported only by whom its policy lets; the page itself says nothing")
def export_cases(request: HttpRequest) -> HttpResponse:
    """Show the formats, and of the one chosen what it will hold; a POST downloads it."""
    actor, narrowing = asking(request), filters.parse(request.GET)
    chosen = FORMATS.get(request.GET.get("format", ""))
    reach = _reach(actor, narrowing)
    form = NoteForm(request.POST or None)
    ready = chosen and reach.exported.value and not reach.too_many and not narrowing.errors
    if request.method == "POST" and chosen and ready and form.is_valid():
        try:
            return _file(Wish(actor, chosen, narrowing, form.cleaned_data["note"]))
        except ValidationError as refused:
            form.add_error("note", refused.messages)
    context = {"form": form, "ready": ready, **_context(request, narrowing, chosen, reach)}
    return render(request, "cases/export.html", context, status=422 if request.method == "POST" else 200)


def _reach(actor: Actor, narrowing: filters.Narrowing) -> Reach:
    narrowed: dict[str, Any] = {"filters": narrowing.where(actor), "within": narrowing.within(actor), "cap": MOST}
    return Reach(Case.objects.count_visible(actor, **narrowed), Case.objects.count_visible(actor, "export", **narrowed))


def _file(wish: Wish) -> HttpResponse:
    """Return the file, written whole before its first byte leaves, and nowhere under a name."""
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        export(wish, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    name = f"cases-{wish.format.name}-{timezone.now():%Y-%m-%d}.{wish.format.suffix}"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=wish.format.media_type)
    return cast(HttpResponse, answer)


def _context(request: HttpRequest, narrowing: filters.Narrowing, chosen: Format | None, reach: Reach) -> dict[str, Any]:
    return {
        "formats": FORMATS.values(),
        "chosen": chosen,
        "carried": _carried(chosen) if chosen else [],
        "reach": reach,
        "most": MOST,
        "narrowing": narrowing,
        "chips": chips(request.GET, narrowing, questions.agency_names(), "cases:export"),
        "kept": [(name, value) for name, value in _pairs(request.GET)],
        "list": _address(request.GET, "cases:list"),
        "here": _address(request.GET, "cases:export", chosen),
    }


def _carried(chosen: Format) -> list[dict[str, Any]]:
    """Return each field group, and whether the format carries anything of it."""
    return [{"title": GROUPS[group], "fields": len(chosen.fields.get(group, ()))} for group in OPEN_GROUPS]


def _pairs(query: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in query.lists() if name in filters.FILTERS for value in values]


def _address(query: QueryDict, route: str = "cases:export", chosen: Format | None = None) -> str:
    more = [("format", chosen.name)] if chosen else []
    return f"{reverse(route)}?{urlencode([*_pairs(query), *more])}"
