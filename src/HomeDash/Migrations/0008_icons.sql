CREATE TABLE icon_uploads (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  content BYTEA NOT NULL,
  created_at BIGINT NOT NULL
);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'icon.view');
