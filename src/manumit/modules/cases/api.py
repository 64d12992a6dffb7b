"""The case catalogue for programs."""

from ninja import Router

router = Router()
