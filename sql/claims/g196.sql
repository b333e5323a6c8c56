--@ value comment_on_the_column: what the server keeps of it
COMMENT ON COLUMN users.name IS 'what to call this person';
SELECT col_description(attrelid, attnum) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'name';
--@ sqlstate comment_on_a_column_that_is_not_there: a comment is checked against the schema
COMMENT ON COLUMN users.nickname IS 'what to call this person';
