-- rival_indexes: the other indexes of the same table that begin with the same column
SELECT other.indexrelid::REGCLASS::TEXT AS name
FROM pg_index AS mine
JOIN pg_index AS other ON other.indrelid = mine.indrelid AND other.indexrelid <> mine.indexrelid
WHERE mine.indexrelid = %(index)s
  AND pg_get_indexdef(other.indexrelid, 1, TRUE) = pg_get_indexdef(mine.indexrelid, 1, TRUE)
ORDER BY other.indexrelid
