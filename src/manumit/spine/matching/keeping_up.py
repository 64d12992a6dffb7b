"""Whether indexes keep up with what comes in: a question reads what they have not taken in, and that must be little."""

from django.utils.translation import gettext_lazy as _

from .models import PendingChange

BEHIND = 5_000
"""Notes from which on nobody is answered meanwhile: each question would read all those records anew."""


class Behind(Exception):
    """So many records just came in that questions must wait until the index has taken them in; `why` says so."""

    why = _("Very many records just came in and are being made ready for matching. Ask again in some minutes.")


def must_keep_up(profile: str) -> None:
    """Raise `Behind` while each question would have to read very many records anew."""
    if PendingChange.objects.filter(profile=profile)[BEHIND : BEHIND + 1].exists():
        raise Behind
