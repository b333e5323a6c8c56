SET lock_timeout = '100ms';
ALTER TABLE question ADD COLUMN withdrawn_at TIMESTAMPTZ;
