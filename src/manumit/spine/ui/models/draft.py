"""What a person had typed when their session locked."""

from django.conf import settings
from django.db import models

from manumit.values.retention import Retention


class Draft(models.Model):
    """A form's posted data, encrypted, by person and path; deleted when the form is saved or after a day."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    path = models.CharField(max_length=500)
    sealed = models.BinaryField()
    kept_at = models.DateTimeField(auto_now=True)

    sensitivity = {
        "id": "internal",
        "person": "personal",
        "path": "internal",
        "sealed": "secret",
        "kept_at": "internal",
    }
    retention = Retention(authority="Deleted when saved, or a day after the lock", years=0, from_field="kept_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "path"], name="draft_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.path}"
