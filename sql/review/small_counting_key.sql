-- it runs out of numbers, those of failed inserts included: smallint has 32,767, integer 2,147,483,647
-- level: note
-- chapter: 05
SELECT DISTINCT ON (object)
       c.name AS object,
       format('%%s key that counts, %%s', CASE k.contype WHEN 'p' THEN 'primary' ELSE 'unique' END,
              format_type(c.atttypid, NULL)) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE bigint%%s%%s', c.table_name, c.attname,
              (
                SELECT format(', ALTER SEQUENCE %%s AS bigint', min(s.seqrelid::regclass::text)) FROM counters AS n
                JOIN pg_sequence AS s ON s.seqrelid = n.sequence AND s.seqtypid <> 'bigint'::regtype
                WHERE n.attrelid = c.attrelid AND n.attnum = c.attnum AND c.attidentity = ''
                HAVING count(*) > 0
              ),
              (
                SELECT '; before that ' || string_agg(format('%%s.%%I', f.table_name, a.attname), ', ' ORDER BY f.name)
                FROM constraints AS f
                CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS pair (child, parent)
                JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = pair.child
                WHERE f.contype = 'f' AND f.confrelid = c.attrelid AND pair.parent = c.attnum
                  AND a.atttypid IN ('integer'::regtype, 'smallint'::regtype)
              )) AS cure
FROM columns AS c
JOIN pg_constraint AS k ON k.conrelid = c.attrelid AND k.contype IN ('p', 'u') AND c.attnum = ANY (k.conkey)
WHERE c.type IN ('integer'::regtype, 'smallint'::regtype) AND NOT c.inherited
  AND (c.attidentity <> '' OR c.default_value ~ 'nextval\(')
ORDER BY object, k.contype
