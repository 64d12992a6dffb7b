"""The subcommands of links."""
