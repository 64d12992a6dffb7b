"""What the public is asked. Every question but what happened may stay empty; nothing is completed by the browser."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, TextField

from ...choices import Danger, YesNo
from ...models.tip import LONG, SHORT


def _line(label: Any, hint: Any = "", most: int = SHORT) -> forms.CharField:
    return TextField(label=label, help_text=hint, required=False, max_length=most)


def _words(label: Any, hint: Any = "", *, required: bool = False, rows: int = 3, most: int = SHORT) -> forms.CharField:
    area = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=most, widget=area)


def _radios(label: Any, choices: Any, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False, widget=forms.RadioSelect)


class PublicForm(Form):
    """A form of the public: it carries its signed token, and asks the browser to complete nothing."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")


class TipForm(PublicForm):
    """A tip."""

    danger = _radios(_("Is somebody in danger now?"), Danger.choices, _("If yes, please call 911 first."))
    what = _words(
        _("What happened, or what do you know?"), _("In your own words. What did you see or hear?"), required=True,
        rows=7, most=LONG,
    )  # fmt: skip
    place = _line(_("Where?"), _("An address, a crossroads, a business, a website"))
    time = _line(_("When?"), _("As well as you know: last night, every Friday, about June"))
    people = _words(_("Who?"), _("Names, nicknames, how they look, telephone numbers"))
    vehicle = _line(_("Was there a vehicle?"), _("Make, color, plate, even a part of it"))
    about = _line(_("Is it about a case you read of?"), _("The name, or the number on the poster"), 200)
    name = _line(_("Your name"), _("Leave it empty to stay anonymous"), 200)
    safe = _radios(_("Is it safe for us to contact you?"), YesNo.choices)
    telephone = _line(_("Telephone"), most=60)
    email = _line(_("E-mail"), most=200)
    other = _line(_("Another way to reach you"), most=300)
    how = _line(_("How is it safe?"), _("Text only, no voicemail, through a friend"), 500)
    when = _line(_("When is it safe?"), _("Days and hours"), 500)
    never = _words(_("What must we never say or write?"), _("For example that we are police"), most=500)
    shared = _radios(_("Does somebody else use this device?"), YesNo.choices)

    DANGER, STORY = ("danger",), ("what", "place", "time", "people", "vehicle", "about")
    WHO = ("name", "telephone", "email", "other")
    SAFETY = ("safe", "how", "when", "never", "shared")

    @property
    def danger_fields(self) -> list[forms.BoundField]:
        """The question about danger."""
        return self._bound(self.DANGER)

    @property
    def story_fields(self) -> list[forms.BoundField]:
        """The questions about what is known."""
        return self._bound(self.STORY)

    @property
    def who_fields(self) -> list[forms.BoundField]:
        """The questions about who tells it."""
        return self._bound(self.WHO)

    @property
    def safety_fields(self) -> list[forms.BoundField]:
        """The questions about safe contact."""
        return self._bound(self.SAFETY)

    def _bound(self, names: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[name] for name in names]

    def said(self, language: str) -> dict[str, str]:
        """Return what was told, by field of the content."""
        return {**{name: self.cleaned_data[name] for name in self.STORY}, "language": language}

    def giver(self) -> dict[str, str]:
        """Return who gave it and how they are reached safely."""
        return {name: self.cleaned_data[name] for name in (*self.WHO, *self.SAFETY)}


class DeskTipForm(TipForm):
    """A tip on the general page: whom it is for may be said."""

    desk = forms.ChoiceField(label=_("For which agency?"), required=False, choices=())


class BackForm(PublicForm):
    """Number and secret."""

    number = TextField(label=_("Number of your tip"), max_length=40)
    secret = TextField(label=_("Your secret"), max_length=60)


class WordForm(PublicForm):
    """What somebody adds to their tip."""

    text = _words(_("Add something, or answer"), required=True, rows=5, most=LONG)
    opened = forms.CharField(widget=forms.HiddenInput, max_length=200)
