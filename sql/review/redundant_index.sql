-- another index begins with the same columns and answers the same questions; this one costs room and every write
-- level: cost
-- chapter: 07
SELECT DISTINCT ON (object)
       spare.name AS object,
       format(CASE WHEN spare.indisunique THEN '%%s is unique over the same columns'
                   ELSE '%%s begins with the same columns' END, other.name) AS seen,
       CASE WHEN k.oid IS NULL THEN format('DROP INDEX %%s', spare.name)
            ELSE format('ALTER TABLE %%s DROP CONSTRAINT %%I', spare.table_name, k.conname) END AS cure
FROM indexes AS spare
JOIN indexes AS other ON other.indrelid = spare.indrelid AND other.indexrelid <> spare.indexrelid
  AND other.method = spare.method
LEFT JOIN pg_constraint AS k ON k.conindid = spare.indexrelid AND k.contype IN ('u', 'p')
LEFT JOIN pg_constraint AS kept ON kept.conindid = other.indexrelid AND kept.contype IN ('u', 'p')
WHERE NOT spare.relispartition AND other.indisvalid AND spare.indisvalid
  AND NOT spare.indisprimary AND NOT spare.indisexclusion AND NOT spare.indisreplident
  AND NOT EXISTS (SELECT FROM pg_constraint AS f WHERE f.conindid = spare.indexrelid AND f.contype = 'f')
  AND spare.expressions IS NOT DISTINCT FROM other.expressions
  AND (spare.expressions IS NULL OR spare.indkey = other.indkey)
  AND spare.predicate IS NOT DISTINCT FROM other.predicate
  AND (other.indkey::smallint[])[0:spare.indnkeyatts - 1] = spare.key
  AND (other.indclass::oid[])[0:spare.indnkeyatts - 1] = (spare.indclass::oid[])[0:spare.indnkeyatts - 1]
  AND (other.indcollation::oid[])[0:spare.indnkeyatts - 1] = (spare.indcollation::oid[])[0:spare.indnkeyatts - 1]
  AND (other.indoption::smallint[])[0:spare.indnkeyatts - 1] = (spare.indoption::smallint[])[0:spare.indnkeyatts - 1]
  AND other.indnkeyatts >= spare.indnkeyatts
  AND other.indkey::smallint[] @> spare.indkey::smallint[]
  -- a unique one is spare only where the other refuses all that it refuses, and when it does
  AND (NOT spare.indisunique
       OR other.indisunique AND NOT other.indisexclusion AND other.indnkeyatts = spare.indnkeyatts
          AND other.indnullsnotdistinct >= spare.indnullsnotdistinct AND other.indimmediate >= spare.indimmediate)
  -- of two that are alike, one stays: the primary key, what is unique, what refuses more, a constraint, else the older
  AND (other.indkey <> spare.indkey
       OR (other.indisprimary, other.indisunique, other.indnullsnotdistinct, other.indimmediate, kept.oid IS NOT NULL,
           spare.indexrelid)
        > (spare.indisprimary, spare.indisunique, spare.indnullsnotdistinct, spare.indimmediate, k.oid IS NOT NULL,
           other.indexrelid))
ORDER BY object, other.indisunique DESC, other.indexrelid
