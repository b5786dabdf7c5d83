CREATE TABLE invites (
  id TEXT NOT NULL PRIMARY KEY,
  token_sha256 TEXT NOT NULL,
  note TEXT NULL,
  created_by TEXT NULL REFERENCES users (id) ON DELETE SET NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE invite_groups (
  invite_id TEXT NOT NULL REFERENCES invites (id) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  PRIMARY KEY (invite_id, group_id)
);
