-- One rule says both: known, and one of four.
SET lock_timeout = '150ms';
ALTER TABLE tries ADD CONSTRAINT tries_device CHECK (device IS NOT NULL AND device IN ('phone', 'tablet', 'computer', 'unknown')) NOT VALID;
ALTER TABLE tries VALIDATE CONSTRAINT tries_device;
