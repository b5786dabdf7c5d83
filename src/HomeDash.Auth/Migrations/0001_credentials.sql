CREATE TABLE credentials (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  password_hash TEXT NOT NULL,
  security_stamp TEXT NOT NULL
);

-- By name and not by user: names that nobody has are counted and locked in the same way, so that nobody learns which exist.
CREATE TABLE sign_in_attempts (
  name_key TEXT NOT NULL PRIMARY KEY,
  failed INTEGER NOT NULL,
  last_at BIGINT NOT NULL
);
