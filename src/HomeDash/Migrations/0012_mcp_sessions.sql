-- Sessions of MCP clients, so that a restart does not end them. The id itself is kept by the client alone.
CREATE TABLE mcp_sessions (
  id_sha256 TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  key_id TEXT NULL,
  profile TEXT NOT NULL,
  protocol_version TEXT NOT NULL,
  client TEXT NOT NULL,
  client_version TEXT NOT NULL,
  capabilities TEXT NOT NULL,
  log_level TEXT NULL,
  subscriptions TEXT NOT NULL,
  tool_set TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL
);

CREATE INDEX mcp_sessions_used_at ON mcp_sessions (used_at);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'tools.endSession');
