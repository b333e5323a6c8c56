-- bulk_load: what a fast load does without: keys and indexes of some tables, how to drop each, make it again, and say
-- its comment again; in the order in which they were made, foreign keys last
SELECT drop_statement, make_statement, comment_statement
FROM (
  SELECT c.contype = 'f' AS last, CASE WHEN c.contype = 'f' THEN c.oid ELSE c.conindid END AS place,
         'ALTER TABLE ' || c.conrelid::REGCLASS || ' DROP CONSTRAINT ' || quote_ident(c.conname) AS drop_statement,
         'ALTER TABLE ' || c.conrelid::REGCLASS || ' ADD CONSTRAINT ' || quote_ident(c.conname) || ' '
           || pg_get_constraintdef(c.oid) AS make_statement,
         'COMMENT ON CONSTRAINT ' || quote_ident(c.conname) || ' ON ' || c.conrelid::REGCLASS || ' IS '
           || quote_literal(obj_description(c.oid, 'pg_constraint')) AS comment_statement
  FROM pg_constraint AS c
  WHERE c.conrelid = ANY (%(tables)s::REGCLASS[]) AND c.contype IN ('p', 'u', 'f')
  UNION ALL
  SELECT false, i.indexrelid,
         'DROP INDEX ' || i.indexrelid::REGCLASS,
         pg_get_indexdef(i.indexrelid),
         'COMMENT ON INDEX ' || i.indexrelid::REGCLASS || ' IS '
           || quote_literal(obj_description(i.indexrelid, 'pg_class'))
  FROM pg_index AS i
  WHERE i.indrelid = ANY (%(tables)s::REGCLASS[])
    AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
) AS statement
ORDER BY last, place
