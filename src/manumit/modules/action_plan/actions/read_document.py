"""Take a document in, and propose the commitments it makes."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Filing, Plan, PlanDocument
from ..reading import propose
from ..reading.formats import open_bytes
from ..refusing import Refused
from .opening import opened


@action("plan_document.read")
def read_document(
    actor: Actor,
    name: str,
    content: bytes,
    values: Mapping[str, Any],
    *,
    plan: Plan | None = None,
    earlier: PlanDocument | None = None,
) -> PlanDocument:
    """Read a file and keep it with its proposals, in their order; `earlier` is the edition before.

    Raises Denied, BadDocument, Refused for a file that was read already, ValidationError by field.
    """
    digest = hashlib.sha256(content).hexdigest()
    known = PlanDocument.unscoped.filter(digest=digest).first()
    if known:
        raise Refused(_("This file was read already: %(number)s.") % {"number": known.number})
    read = open_bytes(name, content)
    document = PlanDocument(
        plan=plan, earlier=earlier, text=read.text, digest=digest,
        **{"title": read.title[:300] or name, "dated_on": read.dated, **{k: v for k, v in values.items() if v}},
    )  # fmt: skip
    proposals = propose(read)
    opened(actor, document, "plan_document.read", source=name, proposals=len(proposals))
    Filing.unscoped.bulk_create(
        Filing(document=document, position=place, proposal=each.as_json()) for place, each in enumerate(proposals, 1)
    )
    return document
