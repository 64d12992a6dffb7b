"""The root of the API: version 1 at /api/v1/."""

from importlib import import_module

from ninja import NinjaAPI

from manumit.spine.records import registry

from . import refusals
from .bodies import StrictParser
from .openapi import ManumitSchema


class ManumitApi(NinjaAPI):
    """Every module's router under one address, with strict bodies and problem documents."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: object = None) -> ManumitSchema:
        """Return the OpenAPI document."""
        return ManumitSchema(self, self.get_root_path({}) if path_prefix is None else path_prefix)


def build() -> ManumitApi:
    """Return the API with the routers of the installed modules."""
    api = ManumitApi(
        title="Manumit",
        version="1",
        description="Cases as their owners share them. How to use it: docs/how-to/use-the-api.md",
        docs_url=None,
        openapi_url="/openapi.json",
        parser=StrictParser(),
        urls_namespace="api",
    )
    refusals.register(api)
    for manifest in registry.manifests():
        if manifest.api:
            api.add_router(f"/{manifest.name}/", import_module(manifest.api).router, tags=[manifest.name])
    return api
