"""How the demonstration's visitors see pages."""
