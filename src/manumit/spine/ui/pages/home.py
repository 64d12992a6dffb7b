"""The home page: the four pillars, and the work waiting for this person."""

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.routes import signed_in

from .. import work
from ..screen import render
from .work import my_work


@signed_in("everybody's first page; each panel asks for itself what the person may see")
def home(request: HttpRequest) -> HttpResponse:
    """Show the person's work and the pillars."""
    return render(request, "ui/home.html", {"work": [my_work.panel(request), *work.panels(request)]})
