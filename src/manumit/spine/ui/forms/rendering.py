"""How a Django form becomes USWDS markup; named by the setting FORM_RENDERER, so other packages' forms follow."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, ""),
    (forms.CheckboxInput, "usa-checkbox__input"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.Textarea, "usa-textarea"),
    (forms.Select, "usa-select"),
    (forms.FileInput, "m-file"),
    (forms.MultiWidget, ""),
    (forms.widgets.Input, "usa-input"),
)


class Bound(forms.BoundField):
    """A field as the components see it."""

    @property
    def focus_id(self) -> str:
        """Return the id of the control an error links to: the first one of a group."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.id_for_label

    @property
    def message(self) -> str:
        """Return the field's errors as one sentence after the other; empty if there are none."""
        return " ".join(str(error) for error in self.errors)

    @property
    def optional(self) -> bool:
        """Tell whether the label must say that the field may stay empty."""
        if not getattr(self.form, "says_optional", True):
            return False
        return not self.field.required and not self.is_hidden and not isinstance(self.field, forms.BooleanField)

    @property
    def aria_describedby(self) -> str:
        """Return the ids of hint and error, in reading order."""
        if self.field.widget.attrs.get("aria-describedby") or self.is_hidden:
            return ""
        parts = [(self.help_text, "hint"), (self.errors, "error")]
        return " ".join(f"{self.auto_id}-{name}" for present, name in parts if present)

    @property
    def shown_before(self) -> str:
        """Return Django's field with the value first shown; between a checkbox and its label it hides the tick."""
        return str(self.as_hidden(only_initial=True)) if self.field.show_hidden_initial else ""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Return Django's attributes with the component's classes."""
        widget = widget or self.field.widget
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        classes = [widget.attrs.get("class", ""), _class_of(widget), self._width()]
        if self.errors and not widget.is_hidden and not isinstance(widget, forms.MultiWidget):
            classes.append("usa-input--error")
        if joined := " ".join(filter(None, classes)):
            built["class"] = joined
        return built

    def _width(self) -> str:
        return str(getattr(self.field, "width", ""))


def _class_of(widget: forms.Widget) -> str:
    return next((name for kind, name in _CLASSES if isinstance(widget, kind)), "")


class Renderer(TemplatesSetting):
    """Renders every form of the product, other packages' included, with our templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Bound
