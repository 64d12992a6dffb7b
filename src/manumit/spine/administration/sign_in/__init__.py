"""How allauth and axes are fitted to this product: adapters, lockout, replay, strength of a sign-in."""
