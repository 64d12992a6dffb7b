"""Sending a file of a case to whom may have it."""

from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from .models import CaseFile


def sent_as_file(file: CaseFile, pieces: Iterator[bytes]) -> StreamingHttpResponse:
    """Return the answer that carries a file: saved under its name, never shown as a page, never kept in a cache."""
    answer = StreamingHttpResponse(pieces, content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    answer["Content-Length"] = str(file.size)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
