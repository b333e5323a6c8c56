ALTER TABLE attempt ADD COLUMN device TEXT;
ALTER TABLE attempt ALTER COLUMN device SET DEFAULT 'unknown';
ALTER TABLE attempt ADD CONSTRAINT attempt_device
  CHECK (device IS NOT NULL AND device IN ('phone', 'tablet', 'computer', 'unknown')) NOT VALID;
