"""Norwegian calendar words in tables: months, weekdays, seasons, holidays, relative words, units; and their lexer."""
