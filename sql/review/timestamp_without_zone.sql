-- two people who write down the same instant write down different values, and nothing tells which zone was meant
-- level: fault
-- chapter: 08
SELECT c.name AS object,
       format_type(c.type, NULL) AS seen,
       CASE WHEN c.type = 'timestamp'::regtype
            THEN format('ALTER TABLE %%s ALTER COLUMN %%I TYPE timestamptz USING %%I AT TIME ZONE ''the zone it was written in''',
                        c.table_name, c.attname, c.attname)
            ELSE format('a new column %%s, filled with each time of %%I AT TIME ZONE the zone it was written in',
                        CASE c.type WHEN 'timestamp[]'::regtype THEN 'timestamptz[]'
                                    WHEN 'tsrange'::regtype THEN 'tstzrange' ELSE 'tstzmultirange' END, c.attname)
            END AS cure
FROM columns AS c
WHERE c.type IN ('timestamp'::regtype, 'timestamp[]'::regtype, 'tsrange'::regtype, 'tsmultirange'::regtype)
  AND NOT c.inherited AND c.attgenerated = '' -- computed from another column: nobody writes it
ORDER BY object
