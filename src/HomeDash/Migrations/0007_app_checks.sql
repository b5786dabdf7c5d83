-- How apps answered: one row for each stretch of time in which an app answered in the same way. since begins before from_at when
-- the code or the error changed and the state did not.
CREATE TABLE app_checks (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  since BIGINT NOT NULL,
  state TEXT NOT NULL,
  code INTEGER NULL,
  error TEXT NULL,
  trusted BOOLEAN NULL,
  asked BIGINT NOT NULL,
  total_seconds DOUBLE PRECISION NOT NULL,
  slowest_seconds DOUBLE PRECISION NOT NULL,
  last_seconds DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (app_id, from_at)
);

INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', 'app.ping');
