"""Documents spoilt on purpose, and what must hold for each of them."""
