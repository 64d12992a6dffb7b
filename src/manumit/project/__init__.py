"""The product put together: settings, addresses, servers, the embedded database and the `manumit` command."""
