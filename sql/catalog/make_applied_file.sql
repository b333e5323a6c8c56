-- The record of numbered files applied to this database, in a schema of its own: public holds the course's tables.
-- Not named like the role: "$user" comes first in the search path, and new tables would land here.

CREATE SCHEMA IF NOT EXISTS lessonlab_record;

CREATE TABLE IF NOT EXISTS lessonlab_record.applied_file (
  set_name TEXT NOT NULL,
  number INTEGER NOT NULL,
  slug TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (set_name, number)
);

COMMENT ON SCHEMA lessonlab_record IS 'What lessonlab itself must remember about this database.';
COMMENT ON TABLE lessonlab_record.applied_file IS
  'A numbered SQL file that was applied to this database, in the transaction that applied it.';
COMMENT ON COLUMN lessonlab_record.applied_file.set_name IS 'The set of files: schema, strict.';
COMMENT ON COLUMN lessonlab_record.applied_file.number IS 'The number that its name begins with.';
COMMENT ON COLUMN lessonlab_record.applied_file.slug IS 'The rest of its name.';
COMMENT ON COLUMN lessonlab_record.applied_file.checksum IS 'SHA-256 of its text with \n at line ends.';
COMMENT ON COLUMN lessonlab_record.applied_file.applied_at IS 'When.';
