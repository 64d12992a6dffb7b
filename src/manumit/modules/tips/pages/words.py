"""Values of a tip in words for people."""

from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from ..models import NOUNS, Tip
from ..models.tip import CONTENT
from ..procedure import TIP, TIP_REWARD

STATES = {
    "state": {state.name: state.title for state in TIP.states},
    "reward": {state.name: state.title for state in TIP_REWARD.states},
}
SEALED: dict[str, Any] = {
    "name": lazy("Name"), "telephone": lazy("Telephone"), "email": lazy("E-mail"),
    "other": lazy("Another way to reach them"),
    "safe": lazy("Is it safe to contact them?"), "how": lazy("How is it safe?"), "when": lazy("When is it safe?"),
    "never": lazy("What must never be said?"), "shared": lazy("Does somebody else use the device?"),
    "headers": lazy("Headers of the e-mail"), "payee": lazy("Payee"), "amount": lazy("Amount in dollars"),
    "how_paid": lazy("How it is paid"), "reference": lazy("Voucher"),
}  # fmt: skip
"""What sealed fields are called."""


def content(tip: Tip) -> list[dict[str, str]]:
    """Return what was said, by the question it answers; what was not answered is left out."""
    rows = ((name, getattr(tip, name)) for name in CONTENT if name != "language")
    return [{"name": label(Tip, name), "value": value} for name, value in rows if value]


def label(model: type[models.Model], name: str) -> str:
    """Return what a field is called."""
    field: Any = model._meta.get_field(name)
    return str(field.verbose_name)


def line(path: str, change: Any) -> str:
    """Return one change of the history in words."""
    if change.get("sealed"):
        return _("Sealed information recorded")
    part, _dot, rest = path.partition(".")
    model, name = (NOUNS[part], rest.rpartition(".")[2]) if rest else (Tip, part)
    if name == "withdrawn_at":
        return _("Taken away: %(reason)s") % {"reason": change.get("source", "")}
    old, new = shown(name, change.get("from")), shown(name, change.get("to"))
    return _("%(field)s: %(old)s → %(new)s") % {"field": label(model, name), "old": old, "new": new}


def shown(name: str, value: Any) -> str:
    """Return a value in words."""
    if value in (None, ""):
        return _("nothing")
    if name in STATES:
        return str(STATES[name].get(str(value), value))
    return date_format(value) if hasattr(value, "year") else str(value)[:200]
