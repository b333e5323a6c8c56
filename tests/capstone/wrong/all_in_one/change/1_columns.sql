ALTER TABLE question ADD COLUMN withdrawn_at TIMESTAMPTZ;
BEGIN;
ALTER TABLE attempt ADD COLUMN device TEXT;
UPDATE attempt SET device = 'unknown';
UPDATE attempt SET device = 'unknown';
UPDATE attempt SET device = 'unknown';
UPDATE attempt SET device = 'unknown';
UPDATE attempt SET device = 'unknown';
UPDATE attempt SET device = 'unknown';
ALTER TABLE attempt ALTER COLUMN device SET DEFAULT 'unknown', ALTER COLUMN device SET NOT NULL,
  ADD CONSTRAINT attempt_device_check CHECK (device IN ('phone', 'tablet', 'computer', 'unknown'));
COMMIT;
