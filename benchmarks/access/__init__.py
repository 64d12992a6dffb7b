"""`manumit bench access`: how long the first, the next and a deep page of a list take, under access rules."""
