-- functions: what the class is made with; the schema seeding is dropped when the class is made
-- hashint8extended is not in the manual, but every hash-partitioned table relies on its answers staying the same.

CREATE SCHEMA seeding;

CREATE FUNCTION seeding.roll(key BIGINT, salt INTEGER, sides INTEGER) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN mod(hashint8extended(key, salt) & 9223372036854775807, sides)::INTEGER;

COMMENT ON FUNCTION seeding.roll IS 'A die with so many sides, 0 up, that always falls the same way for one key and salt.';

CREATE FUNCTION seeding.uuid(kind INTEGER, key BIGINT) RETURNS UUID
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  to_hex(hashint8extended(key, kind) & -61441 | 1152921504606863360)
  || to_hex(hashint8extended(key, kind + 1) & 1152921504606846975 | (-9223372036854775807 - 1))
)::UUID;

COMMENT ON FUNCTION seeding.uuid IS
  'The id of the thing of this kind with this key: looks like version 4, is always the same. Kinds: 1001 user, 1003 course, 1005 course_progress, 1007 lesson_progress.';

CREATE FUNCTION seeding.ago(seconds BIGINT) RETURNS INTERVAL
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (seconds + CASE WHEN seconds < 43200 THEN 0
                       WHEN seconds < 475200 THEN 86400
                       WHEN seconds < 2376000 THEN 172800
                       ELSE 259200 END) * INTERVAL '1 second';

COMMENT ON FUNCTION seeding.ago IS
  'How long before the anchor. Leaves out three days: 12 to 36 hours ago, 6.5 to 7.5 and 29.5 to 30.5 days ago, so that nothing crosses the last 24 hours, 7 days or 30 days while a template is in use.';
