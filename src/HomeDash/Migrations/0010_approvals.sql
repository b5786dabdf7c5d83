CREATE TABLE approval_rules (
  id TEXT NOT NULL PRIMARY KEY,
  covers TEXT NOT NULL,
  condition_path TEXT NULL,
  condition_op TEXT NULL,
  condition_values TEXT NULL,
  decider TEXT NOT NULL,
  remember_minutes INTEGER NOT NULL,
  expire_minutes INTEGER NOT NULL,
  on_mcp BOOLEAN NOT NULL,
  on_http BOOLEAN NOT NULL,
  profile TEXT NULL,
  created_at BIGINT NOT NULL
);

-- Users, keys and rules are named and not referred to: what was decided stays known when they are gone.
-- key_id is empty for a caller without a key. sealed_arguments is there when arguments had to leave a secret out.
CREATE TABLE approvals (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL,
  user_name TEXT NOT NULL,
  key_id TEXT NOT NULL,
  surface TEXT NOT NULL,
  procedure_path TEXT NOT NULL,
  summary TEXT NOT NULL,
  targets TEXT NOT NULL,
  arguments TEXT NOT NULL,
  arguments_sha256 TEXT NOT NULL,
  sealed_arguments TEXT NULL,
  rule_id TEXT NOT NULL,
  decider TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  decided_at BIGINT NULL,
  decided_by TEXT NULL,
  reason TEXT NULL,
  remembered_until BIGINT NULL,
  run_until BIGINT NULL,
  ended_at BIGINT NULL,
  error TEXT NULL
);

CREATE INDEX approvals_by_call ON approvals (user_id, key_id, procedure_path, arguments_sha256);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'approvals.own');
