-- when its numbers are used up every insert fails, and what is left may be gone before the column can be changed
-- level: fault
-- chapter: 05
SELECT coalesce(used.column_name, used.name) AS object,
       format('%%s of %%s numbers are left%%s', to_char(used.left, 'FM9,999,999,999,999,999,999'),
              to_char(used.all, 'FM9,999,999,999,999,999,999'),
              CASE WHEN used.column_name IS NULL THEN '' ELSE ' in ' || used.name END) AS seen,
       CASE WHEN used.column_name IS NULL
            THEN format('ALTER SEQUENCE %%s AS bigint NO MAXVALUE NO MINVALUE', used.name)
            ELSE format('ALTER TABLE %%s ALTER COLUMN %%I TYPE bigint, ALTER SEQUENCE %%s AS bigint NO MAXVALUE NO MINVALUE',
                        used.table_name, used.attname, used.name) END AS cure
FROM (
  SELECT s.seqrelid::regclass::text AS name, c.name AS column_name, c.table_name, c.attname,
         div(greatest((ends.at - v.last_value) * sign(s.seqincrement), 0)::numeric, abs(s.seqincrement)) AS left,
         div(abs(ends.at - s.seqstart), abs(s.seqincrement)) + 1 AS all
  FROM pg_sequence AS s
  JOIN pg_class AS q ON q.oid = s.seqrelid AND q.relnamespace = ANY (%(schemas)s::oid[])
  CROSS JOIN LATERAL (
    SELECT CASE WHEN has_sequence_privilege(s.seqrelid, 'SELECT, USAGE') THEN pg_sequence_last_value(s.seqrelid) END
             AS last_value -- NULL: not used yet, or not ours to read
  ) AS v
  LEFT JOIN counters AS n ON n.sequence = s.seqrelid
  LEFT JOIN columns AS c ON c.attrelid = n.attrelid AND c.attnum = n.attnum
  CROSS JOIN LATERAL (
    SELECT CASE c.type WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647 END::numeric AS most
  ) AS room
  CROSS JOIN LATERAL (
    SELECT CASE WHEN s.seqincrement > 0 THEN least(s.seqmax, room.most) ELSE greatest(s.seqmin, -room.most - 1) END AS at
  ) AS ends
  WHERE NOT s.seqcycle AND v.last_value IS NOT NULL
    AND NOT EXISTS (SELECT FROM extended AS e WHERE e.classid = 'pg_class'::regclass AND e.objid = q.oid)
) AS used
WHERE used.left * 4 <= used.all
ORDER BY object
