CREATE TABLE book (
    id TEXT PRIMARY KEY,
    shelf_id TEXT NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
    title TEXT NOT NULL
);
CREATE UNIQUE INDEX book_title ON book (lower(title));
INSERT INTO shelf (id, label) VALUES ('first', 'By the door');
