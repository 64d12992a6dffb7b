"""The subcommands of running Manumit, one a file."""
