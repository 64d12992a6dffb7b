"""`manumit link ...`."""
