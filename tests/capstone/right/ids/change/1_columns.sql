-- Constant defaults: no row is rewritten, and the lock is held for a moment.
SET lock_timeout = '200ms';
ALTER TABLE question ADD COLUMN withdrawn_at TIMESTAMPTZ;
ALTER TABLE attempt ADD COLUMN device TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE attempt ADD CONSTRAINT attempt_device_check CHECK (device IN ('phone', 'tablet', 'computer', 'unknown')) NOT VALID;
