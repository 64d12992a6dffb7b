"""Background work that ends what has expired here."""

from datetime import timedelta

from django.utils import timezone

from manumit.spine import jobs
from manumit.spine.identity.models import SignInLink

from .models import SignedInSession

LINKS_KEPT = timedelta(days=1)


@jobs.task(idempotent="deletes what has ended; a second run finds nothing", cron="17 * * * *")
def end_sign_ins() -> None:
    """Delete sessions past their end, and sign-in links a day after theirs."""
    now = timezone.now()
    SignedInSession.objects.filter(expire_date__lt=now).delete()
    SignInLink.objects.filter(expires_at__lt=now - LINKS_KEPT).delete()
