"""The peer: Django's own ListView of the same requests, with no sign-in, access, log or shell."""

from django.db.models import QuerySet
from django.urls import path
from django.views.generic import ListView

from manumit.modules.continued_presence.models import PresenceRequest


class PlainQueue(ListView):
    """Twenty-five requests of the agency in `?agency=`, newest first, past the scoped manager."""

    template_name = "plain/queue.html"

    def get_queryset(self) -> QuerySet[PresenceRequest]:
        """Return one page."""
        rows = QuerySet(PresenceRequest).filter(owner=self.request.GET["agency"])
        return rows.order_by("-opened_at", "-id")[:25]


urlpatterns = [path("plain/", PlainQueue.as_view())]
