"""The OpenAPI 3.1 document: every answer an operation can give, errors included."""

from collections.abc import Iterable
from typing import Any, cast

from ninja.openapi.schema import OpenAPISchema

from .problems import DETAILS, MEDIA_TYPE, Problem

EVERYWHERE = (400, 401, 403, 404, 405, 406, 422, 500)
WITH_BODY = (409, 413, 415)
WITH_VERSION = (412, 428)


class ManumitSchema(OpenAPISchema):
    """Adds the problem documents each operation may answer with."""

    def __init__(self, api: Any, path_prefix: str) -> None:
        super().__init__(api, path_prefix)
        self["components"]["schemas"].update(_problem_schemas())
        for methods in self["paths"].values():
            for method, operation in methods.items():
                operation["responses"] = {**_problems(method, operation), **operation["responses"]}


def _problems(method: str, operation: dict[str, Any]) -> dict[str, Any]:
    statuses: list[int] = [*EVERYWHERE]
    if method in {"post", "put", "patch", "delete"}:
        statuses += WITH_BODY
    if "If-Match" in _headers(operation.get("parameters", ())):
        statuses += WITH_VERSION
    return {str(status): _answer(status) for status in sorted(statuses)}


def _headers(parameters: Iterable[dict[str, Any]]) -> set[str]:
    return {parameter["name"] for parameter in parameters if parameter["in"] == "header"}


def _answer(status: int) -> dict[str, Any]:
    return {
        "description": DETAILS[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _problem_schemas() -> dict[str, Any]:
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    inner = cast(dict[str, Any], schema.pop("$defs"))
    return {**inner, "Problem": schema}
