"""The workshop: how the Norwegian encoder was made, from public inputs to the shipped model."""
