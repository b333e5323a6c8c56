SET lock_timeout = '100ms';
ALTER TABLE attempt ADD COLUMN device TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE attempt ADD CONSTRAINT attempt_device CHECK (device IN ('phone', 'tablet', 'computer', 'unknown')) NOT VALID;
ALTER TABLE attempt VALIDATE CONSTRAINT attempt_device;
