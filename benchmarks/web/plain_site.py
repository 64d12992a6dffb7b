"""The peer: Django's own ListView and DetailView of the same rows, with no sign-in, access, log or shell."""

from django.db.models import QuerySet
from django.urls import path
from django.views.generic import DetailView, ListView

from manumit.modules.cases.models import Case


def rows() -> QuerySet[Case]:
    """Return every case with its owner, newest first by key (the cheapest order), past the scoped manager."""
    return QuerySet(Case).select_related("owner").order_by("-id")


class PlainList(ListView):
    """Twenty-five rows, those before the id in `?before=`."""

    template_name = "plain/list.html"

    def get_queryset(self) -> QuerySet[Case]:
        """Return one page."""
        before = self.request.GET.get("before")
        return (rows().filter(id__lt=before) if before else rows())[:25]


class PlainDetail(DetailView):
    """One row by its number."""

    template_name = "plain/case.html"
    slug_field = slug_url_kwarg = "number"

    def get_queryset(self) -> QuerySet[Case]:
        """Return every row."""
        return rows()


urlpatterns = [path("plain/", PlainList.as_view()), path("plain/<str:number>/", PlainDetail.as_view())]
