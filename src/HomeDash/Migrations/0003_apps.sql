CREATE TABLE apps (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  description TEXT NULL,
  icon_url TEXT NULL,
  href TEXT NULL,
  ping_url TEXT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE INDEX apps_by_name ON apps (name_key, id);
