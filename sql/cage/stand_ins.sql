-- stand_ins: what could pass for a rule of the table without being one, or tells the judge from everybody else
-- Run with pg_catalog alone in the path: what an answer makes in public has no part in it.
WITH
own_function AS MATERIALIZED (
  SELECT p.* FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
  WHERE n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema'
),
own_operator AS (
  SELECT o.* FROM pg_operator AS o JOIN pg_namespace AS n ON n.oid = o.oprnamespace WHERE n.nspname <> 'pg_catalog'
),
-- What a rule must not depend on: who asks, by which statement, when, and how often it was asked before.
-- Names are compared one by one: the server compiles a long pattern anew in each session, which takes 30 ms.
asking AS (
  SELECT '{current_query,current_setting,current_schema,current_schemas,current_database,current_user,session_user,getpgusername,
           version,pg_backend_pid,pg_my_temp_schema,pg_conf_load_time,pg_postmaster_start_time,pg_has_role}'::NAME[] AS names,
         '{inet_client_,inet_server_,pg_stat_get,txid_,pg_current_,has_}'::TEXT[] AS beginnings
),
changing AS (
  SELECT names || '{now,transaction_timestamp,statement_timestamp,clock_timestamp,timeofday,random,random_normal,gen_random_uuid,
                    uuidv4,uuidv7,nextval,currval,lastval,setval}'::NAME[] AS names, beginnings
  FROM asking
),
-- The trees of what can ask: a function stands there by its number, CURRENT_USER and the like by a node of their own.
asked AS (
  SELECT 'the constraint ' || conname AS name, conbin::TEXT AS tree, '\{(SQLVALUEFUNCTION|NEXTVALUEEXPR) ' AS nodes, changing.*
  FROM pg_constraint, changing WHERE conbin IS NOT NULL
  UNION ALL
  SELECT 'the index ' || c.relname, coalesce(i.indexprs::TEXT, '') || coalesce(i.indpred::TEXT, ''),
         '\{(SQLVALUEFUNCTION|NEXTVALUEEXPR) ', changing.*
  FROM changing, pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid WHERE i.indrelid >= 16384
  UNION ALL
  SELECT 'the trigger ' || tgname, tgqual::TEXT, '\{SQLVALUEFUNCTION :op (9|1[0-4]) ', asking.*
  FROM pg_trigger, asking WHERE tgqual IS NOT NULL
  UNION ALL
  SELECT 'the view ' || c.relname, r.ev_action::TEXT, '\{SQLVALUEFUNCTION :op (9|1[0-2]) ', asking.*
  FROM asking, pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class WHERE r.ev_class >= 16384
)
SELECT 'trigger' AS what, t.tgname || ' on ' || c.relname AS name
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'rule', r.rulename || ' on ' || c.relname
FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN' AND r.ev_class >= 16384
UNION ALL
SELECT CASE relkind WHEN 'f' THEN 'foreign table' ELSE 'view' END, relname
FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND oid >= 16384
UNION ALL
SELECT 'row security', relname FROM pg_class WHERE relrowsecurity
UNION ALL
SELECT 'not valid', conname FROM pg_constraint
WHERE oid >= 16384 AND NOT convalidated AND coalesce(to_jsonb(pg_constraint) ->> 'conenforced', 'true') = 'true'
UNION ALL
SELECT 'not enforced', conname FROM pg_constraint WHERE oid >= 16384 AND to_jsonb(pg_constraint) ->> 'conenforced' = 'false'
UNION ALL
SELECT 'setting', unnest(setconfig) FROM pg_db_role_setting
WHERE setrole = (SELECT oid FROM pg_roles WHERE rolname = session_user)
UNION ALL
SELECT 'overload', f.proname FROM own_function AS f
WHERE f.pronargs > 0 AND EXISTS (SELECT FROM pg_proc AS p WHERE p.proname = f.proname AND p.pronamespace = 'pg_catalog'::regnamespace)
UNION ALL
SELECT 'overload', o.oprname FROM own_operator AS o
UNION ALL
SELECT 'overload', castsource::regtype || ' as ' || casttarget::regtype FROM pg_cast WHERE oid >= 16384
UNION ALL
SELECT DISTINCT 'changing rule', asked.name
FROM asked
WHERE tree ~ nodes OR EXISTS (
  SELECT FROM regexp_matches(tree, ':(?:opfuncid|funcid) (\d+)', 'g') AS found JOIN pg_proc AS p ON p.oid = found[1]::OID
  WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (p.proname = ANY (names) OR p.proname ^@ ANY (beginnings)))
UNION ALL
-- The body of a function is a text, or a tree where it is written as BEGIN ATOMIC.
SELECT 'changing rule', 'the function ' || f.proname FROM own_function AS f
WHERE EXISTS (
    SELECT FROM regexp_split_to_table(lower(regexp_replace(f.prosrc, '--[^\n]*|/\*.*?\*/', ' ', 'g')), '\W+') AS word
    WHERE word = ANY ('{current_query,session_user,current_user,current_role,current_setting,application_name,pg_backend_pid,pg_prepared_statements,
                        pg_cursors,pg_settings,nextval,currval,lastval,setval,last_value,pg_sequences,pg_sequence_last_value}')
       OR word ^@ ANY ('{pg_stat_,inet_client_,txid_,pg_current_}'::TEXT[]))
   OR to_jsonb(f) ->> 'prosqlbody' ~ '\{SQLVALUEFUNCTION :op (9|1[0-4]) '
ORDER BY 1, 2
