"""Wrong secrets, counted by what was typed and by nothing of who typed it."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class WrongTry(models.Model):
    """That a wrong secret was tried for a number, there or not; `number` is a keyed digest of it, no address is kept.

    Kept an hour; rows older than the window go with the next wrong try.
    """

    number = models.CharField(max_length=64)
    tried_at = models.DateTimeField()

    retention: ClassVar[Retention] = Retention(
        "Limits guessing; nobody needs it longer", years=1 / 8_766, from_field="tried_at"
    )
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "number", "tried_at"), "secret")

    class Meta:
        indexes = [models.Index(fields=["number", "tried_at"], name="wrong_try_of_number")]

    def __str__(self) -> str:
        return f"wrong try at {self.tried_at:%H:%M}"
