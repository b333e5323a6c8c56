-- stand_ins: what could pass for a rule of the table without being one, or tells the judge from everybody else
-- Run with pg_catalog alone in the path: what an answer makes in public has no part in it.
WITH
own_function AS (
  SELECT p.* FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
  WHERE n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema'
),
own_operator AS (
  SELECT o.* FROM pg_operator AS o JOIN pg_namespace AS n ON n.oid = o.oprnamespace WHERE n.nspname <> 'pg_catalog'
),
-- What a rule must not depend on: who asks, by which statement, when, and how often it was asked before.
asking AS (
  SELECT oid FROM pg_proc
  WHERE pronamespace = 'pg_catalog'::regnamespace
    AND proname ~ '^(current_(query|user|setting|schemas?|database)|session_user|getpgusername|inet_(client|server)_|version$|pg_backend_pid|pg_postmaster|pg_stat_get|pg_conf_load|pg_my_temp|txid_|pg_current_|pg_has_role|has_)'
),
changing AS (
  SELECT oid FROM asking
  UNION
  SELECT oid FROM pg_proc
  WHERE pronamespace = 'pg_catalog'::regnamespace
    AND proname IN ('now', 'transaction_timestamp', 'statement_timestamp', 'clock_timestamp', 'timeofday', 'random', 'random_normal',
                    'gen_random_uuid', 'uuidv4', 'uuidv7', 'nextval', 'currval', 'lastval', 'setval')
),
rule AS (
  SELECT 'the constraint ' || conname AS name, conbin::TEXT AS tree FROM pg_constraint WHERE conbin IS NOT NULL
  UNION ALL
  SELECT 'the index ' || c.relname, coalesce(i.indexprs::TEXT, '') || coalesce(i.indpred::TEXT, '')
  FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid WHERE i.indrelid >= 16384
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
WHERE NOT convalidated AND coalesce(to_jsonb(pg_constraint) ->> 'conenforced', 'true') = 'true'
UNION ALL
SELECT 'not enforced', conname FROM pg_constraint WHERE to_jsonb(pg_constraint) ->> 'conenforced' = 'false'
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
-- The parts of a rule's tree: a function by its number, CURRENT_USER and the like by a node of their own.
SELECT DISTINCT 'changing rule', rule.name
FROM rule
WHERE rule.tree LIKE '%{SQLVALUEFUNCTION %' OR rule.tree LIKE '%{NEXTVALUEEXPR %'
   OR EXISTS (SELECT FROM regexp_matches(rule.tree, ':(?:opfuncid|funcid) (\d+)', 'g') AS found JOIN changing ON changing.oid = found[1]::OID)
UNION ALL
SELECT 'changing rule', 'the trigger ' || tgname FROM pg_trigger
WHERE tgqual::TEXT ~ '\{SQLVALUEFUNCTION :op (9|1[0-4]) '
   OR EXISTS (SELECT FROM regexp_matches(tgqual::TEXT, ':(?:opfuncid|funcid) (\d+)', 'g') AS found JOIN asking ON asking.oid = found[1]::OID)
UNION ALL
SELECT 'changing rule', 'the view ' || c.relname FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class
WHERE r.ev_class >= 16384
  AND (r.ev_action::TEXT ~ '\{SQLVALUEFUNCTION :op (9|1[0-2]) '
       OR EXISTS (SELECT FROM regexp_matches(r.ev_action::TEXT, ':(?:opfuncid|funcid) (\d+)', 'g') AS found JOIN asking ON asking.oid = found[1]::OID))
UNION ALL
-- The body of a function is a text, or a tree where it is written as BEGIN ATOMIC.
SELECT 'changing rule', 'the function ' || f.proname FROM own_function AS f
WHERE regexp_replace(f.prosrc, '--[^\n]*|/\*.*?\*/', ' ', 'g')
        ~* '\y(current_query|session_user|current_user|current_role|current_setting|application_name|pg_backend_pid|pg_stat_\w+|pg_prepared_statements|pg_cursors|pg_settings|inet_client_\w+|txid_\w+|pg_current_\w+|nextval|currval|lastval|setval|last_value|pg_sequences|pg_sequence_last_value)\y'
   OR to_jsonb(f) ->> 'prosqlbody' ~ '\{SQLVALUEFUNCTION :op (9|1[0-4]) '
ORDER BY 1, 2
