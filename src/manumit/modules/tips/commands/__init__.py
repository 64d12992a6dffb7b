"""Subcommands of tips."""
