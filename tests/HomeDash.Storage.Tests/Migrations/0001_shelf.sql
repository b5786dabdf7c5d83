CREATE TABLE shelf (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL
);
