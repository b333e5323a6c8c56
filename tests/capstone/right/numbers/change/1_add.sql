SET lock_timeout = '150ms';
ALTER TABLE questions ADD COLUMN withdrawn TIMESTAMPTZ;
ALTER TABLE tries ADD COLUMN device VARCHAR(10) DEFAULT 'unknown';
