CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  disabled BOOLEAN NOT NULL DEFAULT FALSE,
  created_at BIGINT NOT NULL
);

CREATE TABLE user_groups (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE group_members (
  group_id TEXT NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, user_id)
);

CREATE INDEX group_members_by_user ON group_members (user_id);

CREATE TABLE group_permissions (
  group_id TEXT NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  permission TEXT NOT NULL,
  PRIMARY KEY (group_id, permission)
);

-- level: 0 use, 1 interact, 2 full. target_id '*' stands for everything of the kind.
CREATE TABLE group_grants (
  group_id TEXT NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
  PRIMARY KEY (group_id, target_kind, target_id)
);

CREATE TABLE user_grants (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
  PRIMARY KEY (user_id, target_kind, target_id)
);

-- Every user belongs to 'everyone' without a row in group_members.
INSERT INTO user_groups (id, name) VALUES ('administrators', 'Administrators'), ('everyone', 'Everyone');

INSERT INTO group_permissions (group_id, permission) VALUES
  ('administrators', 'admin'),
  ('everyone', 'apiKeys.own'),
  ('everyone', 'app.view'),
  ('everyone', 'info.view'),
  ('everyone', 'tools.view'),
  ('everyone', 'user.self');

-- Apps are not shared one by one yet: the app.* permissions alone decide.
INSERT INTO group_grants (group_id, target_kind, target_id, level) VALUES ('everyone', 'app', '*', 2);
