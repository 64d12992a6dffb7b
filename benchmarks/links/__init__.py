"""Links at size, through the web stack: who could this be, asked as programs ask, with access and audit."""
