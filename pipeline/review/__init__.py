"""The analysts' page: every value in its sentence, and each decision on it kept as a patch beside the records."""
