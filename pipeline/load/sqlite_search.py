"""Full-text search in SQLite: an FTS5 index over title and text that follows the articles.

The index holds no copy of the text. It goes by numbers that stay when the file is vacuumed, as a rowid may not. What is
deleted or changed a trigger takes out; what a load adds it numbers and indexes itself, all at once: a trigger makes FTS5
write out its index anew for each article.
"""

SEARCH = (
    """CREATE TABLE article_numbers (
         number INTEGER PRIMARY KEY,
         article_id TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
       )""",
    """CREATE VIEW articles_searched AS
         SELECT number, article_id, title, text FROM article_numbers JOIN articles ON articles.id = article_id""",
    """CREATE VIRTUAL TABLE articles_search USING fts5(
         article_id UNINDEXED, title, text,
         content = 'articles_searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
       )""",
    """CREATE TRIGGER articles_search_delete BEFORE DELETE ON articles BEGIN
         INSERT INTO articles_search (articles_search, rowid, article_id, title, text)
           SELECT 'delete', number, old.id, old.title, old.text FROM article_numbers WHERE article_id = old.id;
         DELETE FROM article_numbers WHERE article_id = old.id;
       END""",
    """CREATE TRIGGER articles_search_update AFTER UPDATE OF title, text ON articles BEGIN
         INSERT INTO articles_search (articles_search, rowid, article_id, title, text)
           SELECT 'delete', number, old.id, old.title, old.text FROM article_numbers WHERE article_id = old.id;
         INSERT INTO articles_search (rowid, article_id, title, text)
           SELECT number, new.id, new.title, new.text FROM article_numbers WHERE article_id = new.id;
       END""",
)
ADD_NUMBERS = "INSERT INTO article_numbers (article_id) VALUES (?)"
ADD_WORDS = """INSERT INTO articles_search (rowid, article_id, title, text)
    SELECT number, article_id, title, text FROM articles_searched WHERE number > ?"""
