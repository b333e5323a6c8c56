--@ do: a learner whose forty lessons came in one statement
INSERT INTO users (email, name) VALUES ('noor@example.org', 'Noor');
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT id, :databases, 'lesson-' || n FROM users, generate_series(1, 40) AS n WHERE email = 'noor@example.org';
CREATE VIEW hers AS SELECT * FROM lesson_progress WHERE user_id = (SELECT id FROM users WHERE email = 'noor@example.org');
CREATE FUNCTION all_scores(of UUID, sorted TEXT) RETURNS SETOF UUID LANGUAGE plpgsql AS $$
BEGIN
  FOR page IN 0..21 LOOP
    RETURN QUERY EXECUTE format(
      'SELECT id FROM lesson_progress WHERE course_id = %L AND score IS NOT NULL ORDER BY %s LIMIT 400 OFFSET %s',
      of, sorted, 400 * page);
  END LOOP;
END $$;
--@ value lessons_never_shown: lessons on none of four pages, one of them completed after page 1
CREATE TABLE shown AS SELECT lesson_id FROM hers ORDER BY first_started_at LIMIT 10 OFFSET 0;
UPDATE hers SET completed = true, completed_at = now() WHERE lesson_id = 'lesson-3';
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at LIMIT 10 OFFSET 10;
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at LIMIT 10 OFFSET 20;
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at LIMIT 10 OFFSET 30;
SELECT count(*) FROM hers WHERE lesson_id NOT IN (SELECT lesson_id FROM shown);
--@ value scores_never_shown: scores on none of the pages of a course, and nobody writes
SELECT count(*) - count(DISTINCT id) FROM all_scores(:databases, 'score DESC') AS id;
--@ value lessons_never_shown_with_id: the four pages again, in an order without ties
CREATE TABLE shown AS SELECT lesson_id FROM hers ORDER BY first_started_at, id LIMIT 10 OFFSET 0;
UPDATE hers SET completed = true, completed_at = now() WHERE lesson_id = 'lesson-5';
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at, id LIMIT 10 OFFSET 10;
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at, id LIMIT 10 OFFSET 20;
INSERT INTO shown SELECT lesson_id FROM hers ORDER BY first_started_at, id LIMIT 10 OFFSET 30;
SELECT count(*) FROM hers WHERE lesson_id NOT IN (SELECT lesson_id FROM shown);
--@ value scores_never_shown_with_id: and the scores
SELECT count(*) - count(DISTINCT id) FROM all_scores(:databases, 'score DESC, id') AS id;
--@ true: there are as many scores as pages hold
SELECT count(*) BETWEEN 8401 AND 8800 FROM lesson_progress WHERE course_id = :databases AND score IS NOT NULL;
