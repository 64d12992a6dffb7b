"""A file of a request as an answer: to be saved, under a name that tells nothing."""

from collections.abc import Iterator

from django.http import StreamingHttpResponse

from .models import RequestFile


def sent_as_file(row: RequestFile, pieces: Iterator[bytes]) -> StreamingHttpResponse:
    """Return the answer that carries the content; nothing on the way keeps it."""
    answer = StreamingHttpResponse(pieces, content_type=row.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{row.saved_as}"'
    answer["Content-Length"] = str(row.size)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
