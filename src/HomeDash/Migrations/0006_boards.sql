-- revision counts the changes, so that two people who change one board at once are told.
CREATE TABLE boards (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  description TEXT NULL,
  is_public BOOLEAN NOT NULL DEFAULT FALSE,
  accent TEXT NULL,
  background TEXT NULL,
  wide_columns INTEGER NOT NULL,
  narrow_columns INTEGER NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1,
  created_by TEXT NULL REFERENCES users (id) ON DELETE SET NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE board_sections (
  id TEXT NOT NULL PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
  title TEXT NULL,
  position INTEGER NOT NULL
);

CREATE INDEX board_sections_by_board ON board_sections (board_id);

CREATE TABLE board_items (
  id TEXT NOT NULL PRIMARY KEY,
  section_id TEXT NOT NULL REFERENCES board_sections (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  title TEXT NULL,
  options TEXT NOT NULL,
  wide_x INTEGER NOT NULL,
  wide_y INTEGER NOT NULL,
  wide_width INTEGER NOT NULL,
  wide_height INTEGER NOT NULL,
  narrow_x INTEGER NOT NULL,
  narrow_y INTEGER NOT NULL,
  narrow_width INTEGER NOT NULL,
  narrow_height INTEGER NOT NULL
);

CREATE INDEX board_items_by_section ON board_items (section_id);

CREATE TABLE board_item_integrations (
  item_id TEXT NOT NULL REFERENCES board_items (id) ON DELETE CASCADE,
  integration_id TEXT NOT NULL REFERENCES integrations (id) ON DELETE CASCADE,
  PRIMARY KEY (item_id, integration_id)
);

-- What each user sees first.
CREATE TABLE user_homes (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE
);

-- What the house as a whole is set to, one row for each setting that is not as it was delivered.
CREATE TABLE house_settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'board.view'), ('everyone', 'board.create'), ('everyone', 'board.modify');
