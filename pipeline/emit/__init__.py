"""Write records down."""
