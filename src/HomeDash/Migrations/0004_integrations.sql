-- origin: 'environment' rows follow the environment variables, 'user' rows belong to people.
CREATE TABLE integrations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('user', 'environment')),
  created_at BIGINT NOT NULL
);
