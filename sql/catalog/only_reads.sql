-- only_reads: whether nothing that these names may stand for can change something; what is not known counts as harmful
SELECT NOT EXISTS (
           SELECT FROM pg_proc
           WHERE provolatile = 'v' AND proname = ANY (%(names)s::text[])
             AND NOT (pronamespace = 'pg_catalog'::regnamespace
                      AND proname IN ('random', 'random_normal', 'clock_timestamp', 'timeofday',
                                      'gen_random_uuid', 'uuidv4', 'uuidv7', 'pg_sleep'))
       )
   AND NOT EXISTS (
           SELECT FROM pg_class
           WHERE relname = ANY (%(names)s::text[]) AND (relkind IN ('v', 'f') OR relrowsecurity)
             AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       )
   AND NOT EXISTS (SELECT FROM pg_operator WHERE oprnamespace <> 'pg_catalog'::regnamespace)
   AND NOT EXISTS (SELECT FROM pg_cast WHERE oid >= 16384 AND castfunc <> 0)
