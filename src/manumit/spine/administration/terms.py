"""The terms of use everybody agrees to before they first act, and again when they change."""

VERSION = "2026-01"
