"""Forms that render through the shared components, work without JavaScript and survive a session lock."""

from .base import Form, VersionedForm
from .fields import MemorableDateField, TextField, YesNoUnknownField
from .opening import open_form
from .rendering import Renderer

__all__ = [
    "Form",
    "MemorableDateField",
    "Renderer",
    "TextField",
    "VersionedForm",
    "YesNoUnknownField",
    "open_form",
]
