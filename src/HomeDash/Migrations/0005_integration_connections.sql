-- credentials: encrypted with the keys in the data folder.
ALTER TABLE integrations ADD COLUMN href TEXT NULL;
ALTER TABLE integrations ADD COLUMN fingerprint TEXT NULL;
ALTER TABLE integrations ADD COLUMN credentials TEXT NULL;
