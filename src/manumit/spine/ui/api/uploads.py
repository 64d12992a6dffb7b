"""What every upload by a program must hold to, whichever module takes it."""

from collections.abc import Collection

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import ValidationError as Malformed

from manumit.spine.records.files import ReceivedFile

BESIDE = "csrfmiddlewaretoken"


def demand_declared(request: HttpRequest, named: Collection[str], *, lawful: bool) -> None:
    """Take no field but those `named` and `file`, and no file of which nobody declared that it is lawful.

    Raises ninja's ValidationError by field.
    """
    strange = [*request.POST.keys() - {*named, BESIDE}, *request.FILES.keys() - {"file"}]
    wrong = dict.fromkeys(strange, _("There is no such field."))
    if not lawful:
        wrong["lawful"] = _("Say that it holds no sexual image of anybody under 18.")
    if wrong:
        raise Malformed([{"loc": ("body", name), "msg": text} for name, text in wrong.items()])


def received(file: UploadedFile) -> ReceivedFile:
    """Return an upload as the product's own handler took it. Raises TypeError for one that another took."""
    if not isinstance(file, ReceivedFile):
        raise TypeError(f"{type(file).__name__}: every upload is taken by the product's own handler")
    return file
