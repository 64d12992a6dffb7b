"""Comment on a report before it is published, as the survivors' council, and answer the comment."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Denied, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import CouncilComment, ProgressUpdate
from ..refusing import Refused
from .give_advice import heard
from .opening import noted


@action("progress.comment")
def comment_on_update(actor: Actor, update: ProgressUpdate, text: str, *, named: str = "") -> CouncilComment:
    """Comment, or with an empty text say that there is nothing to add. `named` only by the person's own choice.

    Raises Denied or Hidden.
    """
    decision = require(actor, "work", update)
    if "council" not in actor.roles:
        raise Denied(decision)
    comment = CouncilComment(update=update, text=text.strip(), named=named.strip(), said_at=timezone.now())
    comment.save(force_insert=True)
    heard(actor, update, comment=comment)
    noted(actor, update, "progress.comment", {"comment": comment.pk})
    return comment


@action("progress.answer_comment")
def answer_comment(actor: Actor, update: ProgressUpdate, comment: CouncilComment, answer: str) -> CouncilComment:
    """Answer a comment, as the reporting agency or the secretariat; once. Raises Denied or Hidden, Refused."""
    require(actor, "read_internal", update)
    if not answer.strip() or comment.answered_at:
        raise Refused(_("Write an answer; a comment is answered once."))
    comment.answer, comment.answered_at = answer.strip(), timezone.now()
    comment.save(update_fields=["answer", "answered_at"])
    noted(actor, update, "progress.answer_comment", {"comment": comment.pk})
    return comment
