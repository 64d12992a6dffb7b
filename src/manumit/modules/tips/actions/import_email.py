"""Take a forwarded e-mail in as a tip: who sent it is sealed, what was attached is sniffed and kept."""

from contextlib import closing

from manumit.spine import audit
from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files, provenance
from manumit.spine.records.rows import count_version

from ..choices import Channel
from ..form_token import FormToken
from ..importing.email_file import Attached, Letter
from ..importing.receiving import received
from ..models import Tip, TipAttachment
from .arrival import Arrival, Receipt, drafted, file
from .receive_tip import kept_once


def import_email(actor: Actor, letter: Letter) -> Receipt:
    """Keep the letter as a tip of the actor's agency, once however often it is imported there.

    Raises Denied without permission `create`, Refused where nothing is written in it.
    """
    form = FormToken(f"email|{actor.agency_id}|{letter.digest}")
    return kept_once(form, lambda: _import(actor, letter, form))


@action("tip.import")
def _import(actor: Actor, letter: Letter, form: FormToken) -> Receipt:
    giver = {"name": letter.name, "email": letter.address, "headers": letter.headers}
    arrival = Arrival(Channel.EMAIL, {"what": letter.text, "language": "en"}, giver)
    tip = drafted(actor.agency_id, arrival)
    decision = allowed(actor, "create", tip)
    if not decision:
        raise Denied(decision)
    shown = file(actor, tip, arrival, form, "tip.import")
    for attached in letter.attached:
        keep(actor, tip, attached)
    return Receipt(tip.number, shown)


def keep(actor: Actor, tip: Tip, attached: Attached) -> None:
    """Keep an attachment with `tip`, or why it was not taken. The action's own part."""
    row = TipAttachment(tip=tip, name=attached.name, size=len(attached.content))
    with closing(received(attached)) as content:
        try:
            row.stored = files.keep(tip, content)
            row.media_type = row.stored.media_type
        except files.BadFile as bad:
            row.refused = str(bad)[:200]
    TipAttachment.unscoped.bulk_create([row])
    steps = {f"attachments.{row.pk}.name": (None, row.name)}
    count_version(tip, actor, steps, provenance.said("Whoever gave the tip"))
    audit.record(actor, "tip.import", kind=tip.kind, record_id=tip.pk, detail={"attachment": row.pk})
