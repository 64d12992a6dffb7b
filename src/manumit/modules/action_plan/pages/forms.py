"""The forms of the action plan's screens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, TextField, VersionedForm

from ..choices import Answer, EvidenceKind, PlanDocumentKind, Status
from ..reading.formats import SUFFIXES

STATUSES = [(value, label) for value, label in Status.choices if value != Status.SUPERSEDED]


def day(label: Any, **options: Any) -> forms.DateField:
    """Return a field for a day, with the browser's own date entry."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


def text(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    """Return a field for some lines of text."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), max_length=4000, **options)


class ReportForm(Form):
    """What a contact says of one commitment in a quarter."""

    status = forms.ChoiceField(label=_("Status"), choices=[("", "—"), *STATUSES], required=False)
    public_text = text(_("What the public may read"), required=False)
    reason = forms.CharField(label=_("If delayed: why"), max_length=1000, required=False)
    new_due_on = day(_("If delayed: new date"), required=False)
    internal_text = text(_("For the task force only"), rows=2, required=False)
    version = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask for both status and text, or for neither."""
        given = super().clean() or {}
        if bool(given.get("status")) != bool(given.get("public_text", "").strip()):
            missing = "public_text" if given.get("status") else "status"
            self.add_error(missing, _("Give a status and a text, or leave both empty to answer later."))
        return given

    @property
    def answered(self) -> bool:
        """Whether anything was said."""
        return bool(self.cleaned_data.get("status"))


class EvidenceForm(Form):
    """A piece of evidence."""

    title = TextField(label=_("What it is"), max_length=300)
    evidence_kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind.choices, widget=forms.RadioSelect)
    url = forms.URLField(label=_("Where it is"), assume_scheme="https", required=False, max_length=500)
    dated_on = day(_("Date"), required=False)
    counts = forms.IntegerField(
        label=_("How many of the target it shows"), min_value=0, initial=0, help_text=_("0 if it is no count.")
    )
    public = forms.BooleanField(label=_("The public may see it"), required=False, initial=True)


class JointForm(Form):
    """A partner's word."""

    status = forms.ChoiceField(label=_("Status as your agency sees it"), choices=STATUSES)
    words = text(_("Why, for the other agencies"), required=False)


class DueForm(VersionedForm):
    """Another due date."""

    due_on = day(_("New due date"))
    reason = text(_("Why it moves"), help_text=_("Shown with the old date, to the public too."))


class StepForm(VersionedForm):
    """A step of a report, with its words where the step asks for them."""

    words = text(_("Why?"), required=False)


class CommentForm(Form):
    """A comment of the council."""

    text = text(_("Your comment"), required=False, help_text=_("Leave it empty to say that you have nothing to add."))
    named = forms.CharField(
        label=_("Name to show with it"), required=False, max_length=120,
        help_text=_("Only if you want your name shown. Otherwise it is the council's."),
    )  # fmt: skip


class ReplyForm(Form):
    """The answer to a comment."""

    answer = text(_("Answer"))


class AnswerForm(VersionedForm):
    """The answer to a recommendation."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=[each for each in Answer.choices if each[0]], widget=forms.RadioSelect
    )
    reasons = text(_("Reasons"), required=False)


class ReadForm(Form):
    """A document to read."""

    file = forms.FileField(label=_("File"), help_text=_("HTML, Markdown, text, Word (.docx) or PDF, up to 30 MB."))
    document_kind = forms.ChoiceField(label=_("What it is"), choices=PlanDocumentKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), required=False, max_length=300, help_text=_("Else the document's own."))
    dated_on = day(_("Date of the document"), required=False)
    source_url = forms.URLField(label=_("Where it was published"), assume_scheme="https", required=False)
    plan = forms.ChoiceField(label=_("Plan it belongs to"), required=False)
    earlier = forms.ChoiceField(label=_("Edition before it"), required=False)

    def __init__(self, *args: Any, plans: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ",".join(SUFFIXES)
        for name, rows in (("plan", plans), ("earlier", documents)):
            self.fields[name].choices = [("", "—"), *((row.number, str(row)) for row in rows)]  # type: ignore[attr-defined]
