-- The people who take courses.  The guide uses id, email and name; the rest is decided here.

CREATE TABLE users (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL DEFAULT 'UTC',
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

COMMENT ON TABLE users IS 'A person who takes courses. One row a person; what a person did is in lesson_progress.';
COMMENT ON COLUMN users.id IS
  'Decided: gen_random_uuid(), built in since PostgreSQL 13. uuid_generate_v4() needs an extension that a server may lack.';
COMMENT ON COLUMN users.email IS 'Where to write to this person. Decided: unique, so that one address is one person.';
COMMENT ON COLUMN users.name IS 'What to call this person. Two people may have one name.';
COMMENT ON COLUMN users.time_zone IS
  'Decided: the IANA name of the zone this person lives in, such as Asia/Tokyo. Timestamps keep no zone; this column says how to show them.';
COMMENT ON COLUMN users.created_at IS 'When the person signed up.';
COMMENT ON CONSTRAINT users_email_key ON users IS 'Decided: one account an address.';
