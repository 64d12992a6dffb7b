"""Reading bodies and queries strictly: nothing ambiguous, nothing bottomless, nothing the database cannot hold."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.errors import HttpError
from ninja.parser import Parser

from manumit.values import strict_json

NOT_STORABLE = "\x00"


class StrictParser(Parser):
    """Bodies by `values.strict_json`; query values without NUL or broken UTF-8."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the body. Raises `strict_json.BadJson`, whose text says what is wrong and where."""
        return cast(dict[str, Any], strict_json.parse(request.body))

    def parse_querydict(
        self, data: MultiValueDict[str, str], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Return the query as names and values. Raises HttpError 400 for what no field can hold."""
        if not all(map(_sound, [*data, *(value for values in data.lists() for value in values[1])])):
            raise HttpError(400, "The query holds NUL or broken UTF-8.")
        return super().parse_querydict(data, list_fields, request)


def _sound(text: object) -> bool:
    return not isinstance(text, str) or not (NOT_STORABLE in text or "\ufffd" in text)
