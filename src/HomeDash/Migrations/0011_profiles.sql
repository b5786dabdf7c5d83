-- A built-in profile has a row only while it is not as it was delivered. Lists are separated by spaces.
CREATE TABLE tool_profiles (
  name TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  takes_in TEXT NOT NULL,
  leaves_out TEXT NOT NULL,
  pinned TEXT NOT NULL,
  read_only BOOLEAN NOT NULL,
  sessions BOOLEAN NOT NULL,
  text_only BOOLEAN NOT NULL,
  detail TEXT NOT NULL,
  tool_search BOOLEAN NOT NULL
);

CREATE TABLE tool_switches (
  path TEXT NOT NULL PRIMARY KEY,
  is_off BOOLEAN NOT NULL,
  description TEXT NULL
);

CREATE TABLE secret_paths (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  profile TEXT NOT NULL,
  name TEXT NOT NULL,
  token_sha256 TEXT NOT NULL,
  read_only BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NULL,
  last_used_at BIGINT NULL
);

CREATE INDEX secret_paths_by_user ON secret_paths (user_id);

-- What tools were used for, by UTC day (days since 1970). durations counts calls by how long they took, as bucket:calls.
CREATE TABLE tool_usage (
  day INTEGER NOT NULL,
  path TEXT NOT NULL,
  calls BIGINT NOT NULL,
  errors BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  durations TEXT NOT NULL,
  PRIMARY KEY (day, path)
);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'profile.view');
