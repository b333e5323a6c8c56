--@ do: the conditions of the eight queries that the guide calls common, and which plan has the index
CREATE TEMP TABLE common (question TEXT, condition TEXT);
INSERT INTO common VALUES
  ('a learner''s page', format('user_id = %L', :mina)),
  ('completion rate', format('course_id = %L', :databases)),
  ('difficult lessons', 'completed = true'), ('time to complete', 'completed = true'),
  ('engagement', 'true'), ('quiz performance', 'score IS NOT NULL'),
  ('recent activity', 'last_accessed_at > now() - INTERVAL ''24 hours'''), ('dropout', 'true');
CREATE FUNCTION pg_temp.uses_it(condition TEXT) RETURNS BOOLEAN AS $$
DECLARE line TEXT;
BEGIN
  FOR line IN EXECUTE 'EXPLAIN SELECT * FROM lesson_progress WHERE ' || condition LOOP
    IF line LIKE '%idx_lesson_progress_completed_at%' THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$ LANGUAGE plpgsql;
--@ value questions: how many there are
SELECT count(*) FROM common;
--@ value asked_for_a_week: the question that it was made for is seen
SELECT pg_temp.uses_it('completed_at > now() - INTERVAL ''7 days''');
--@ value use_the_index: how many of the eight use it
SELECT count(*) FROM common WHERE pg_temp.uses_it(condition);
