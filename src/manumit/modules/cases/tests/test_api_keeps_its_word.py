"""Whatever is sent, the API answers as its document says, and never with a fault of its own."""

from datetime import timedelta

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from manumit.modules.cases.models import PARTS
from manumit.spine.administration.scopes_offered import offered
from manumit.spine.identity.models import ApiToken
from manumit.values import secret_tokens

EXAMPLES, OF_A_PART = 15, 3
"""Examples an operation; the operations of the parts are made by three functions, whatever the part."""
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture
def described(case, alice, monkeypatch):
    """The API's document, with a token that may read and write; its thousands of requests keep their connection."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", None)
    connection.close()
    text = secret_tokens.fresh()
    ApiToken.objects.create(
        membership_id=alice.membership_id,
        label="schemathesis",
        token_hash=secret_tokens.digest(text),
        hint=text[:6],
        scopes=offered(),
        purpose="investigation",
        expires_at=timezone.now() + timedelta(days=1),
    )
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    schema.token, schema.number = text, case.number
    return schema


def is_of_a_part(operation):
    return bool(PARTS.keys() & set(operation.path.split("/")))


def answers_as_described(operation, described):
    """Send what the document allows, and what it does not, and hold the answer against the document."""

    examples = OF_A_PART if is_of_a_part(operation) else EXAMPLES

    @given(case=operation.as_strategy())
    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    def check(case):
        if case.path_parameters and len(str(case.path_parameters.get("number", ""))) % 2:
            case.path_parameters.update(
                {"number": described.number, **({"kind": "case"} if "kind" in case.path_parameters else {})}
            )
        response = case.call(headers={"Authorization": f"Bearer {described.token}"})
        case.validate_response(response, checks=CHECKS)

    check()


@pytest.mark.slow
@pytest.mark.committed
def test_every_operation_keeps_to_its_document(described):
    """Some of the examples name a case that is there."""
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 11
    for operation in operations:
        answers_as_described(operation, described)
