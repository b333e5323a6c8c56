-- hot_share: updates in per cent that touch no index, of 20,000 rows on pages with so much room
CREATE FUNCTION hot_share(room INTEGER, made TEXT, change TEXT) RETURNS NUMERIC LANGUAGE plpgsql AS $$
BEGIN
  CREATE TABLE beats (LIKE lesson_progress INCLUDING ALL);
  EXECUTE format('ALTER TABLE beats SET (fillfactor = %s, autovacuum_enabled = false)', room);
  INSERT INTO beats SELECT * FROM lesson_progress ORDER BY user_id, course_id, lesson_id LIMIT 20000;
  EXECUTE made;
  EXECUTE change;
  RETURN round(100.0 * pg_stat_get_xact_tuples_hot_updated('beats'::regclass)
               / pg_stat_get_xact_tuples_updated('beats'::regclass), 1);
END $$;
