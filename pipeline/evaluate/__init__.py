"""Score records against answers."""
