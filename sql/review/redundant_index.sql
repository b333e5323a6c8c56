-- another index begins with the same columns and answers the same questions; this one costs room and every write
-- level: cost
-- chapter: 07
SELECT DISTINCT ON (object)
       spare.indexrelid::regclass::text AS object,
       format('%%s begins with the same columns', other.indexrelid::regclass) AS seen,
       format('DROP INDEX %%s', spare.indexrelid::regclass) AS cure
FROM pg_index AS spare
JOIN pg_index AS other ON other.indrelid = spare.indrelid AND other.indexrelid <> spare.indexrelid
JOIN pg_class AS c ON c.oid = spare.indexrelid
JOIN pg_class AS o ON o.oid = other.indexrelid AND o.relam = c.relam
WHERE c.relnamespace = ANY (%(schemas)s::oid[]) AND NOT c.relispartition
  AND NOT spare.indisunique AND NOT spare.indisexclusion AND other.indisvalid
  AND spare.indexprs IS NULL AND other.indexprs IS NULL
  AND pg_get_expr(spare.indpred, spare.indrelid) IS NOT DISTINCT FROM pg_get_expr(other.indpred, other.indrelid)
  AND (other.indkey::smallint[])[0:spare.indnkeyatts - 1] = (spare.indkey::smallint[])[0:spare.indnkeyatts - 1]
  AND (other.indclass::oid[])[0:spare.indnkeyatts - 1] = (spare.indclass::oid[])[0:spare.indnkeyatts - 1]
  AND (other.indcollation::oid[])[0:spare.indnkeyatts - 1] = (spare.indcollation::oid[])[0:spare.indnkeyatts - 1]
  AND (other.indoption::smallint[])[0:spare.indnkeyatts - 1] = (spare.indoption::smallint[])[0:spare.indnkeyatts - 1]
  AND other.indnkeyatts >= spare.indnkeyatts
  AND other.indkey::smallint[] @> spare.indkey::smallint[]
  -- of two that are alike, one stays: the one that is unique, else the older
  AND (other.indkey <> spare.indkey OR other.indisunique OR other.indexrelid < spare.indexrelid)
ORDER BY object, other.indisunique DESC, other.indexrelid
