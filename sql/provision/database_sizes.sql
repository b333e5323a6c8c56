-- database_sizes: the MB of the databases in which sessions of these roles do something now
SELECT usesysid::BIGINT, max(pg_catalog.pg_database_size(datid)) / 1048576
FROM (
  SELECT DISTINCT usesysid, datid FROM pg_catalog.pg_stat_get_activity(NULL)
  WHERE usesysid = ANY (%(roles)s) AND state = 'active'
) AS a
GROUP BY usesysid
