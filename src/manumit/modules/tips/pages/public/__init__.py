"""The pages of the public: no account, no cookie, no script needed, nothing kept of who asks."""
