"""The root of the API: version 1 at /api/v1/."""

from importlib import import_module

from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI

from manumit.spine.access.routes import open_to_all
from manumit.spine.records import registry

from . import refusals
from .bodies import StrictParser
from .openapi import ManumitSchema

OPEN = {
    "openapi-json": "It describes operations and holds no record",
    "api-root": "It answers 404 to everybody",
}


class ManumitApi(NinjaAPI):
    """Every module's router under one address, with strict bodies and problem documents."""

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        """Return the addresses; the two that ninja adds itself get their policy here."""
        found = super()._get_urls()
        for pattern in found:
            if isinstance(pattern, URLPattern) and pattern.name in OPEN:
                pattern.callback = open_to_all(OPEN[pattern.name])(pattern.callback)
        return found

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
    api.add_router("/work/", import_module("manumit.spine.ui.api.work").router, tags=["work"])
    for manifest in registry.manifests():
        if manifest.api:
            api.add_router(f"/{manifest.name}/", import_module(manifest.api).router, tags=[manifest.name])
    return api
