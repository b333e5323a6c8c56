-- The files of one set that this database has, in order.
SELECT set_name, number, slug, checksum, applied_at
FROM lessonlab_record.applied_file
WHERE set_name = %(set_name)s
ORDER BY number
