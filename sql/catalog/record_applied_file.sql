-- Remember that a file was applied.
INSERT INTO lessonlab_record.applied_file (set_name, number, slug, checksum)
VALUES (%(set_name)s, %(number)s, %(slug)s, %(checksum)s)
RETURNING set_name, number, slug, checksum, applied_at
