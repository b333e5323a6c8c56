--@ value rows_changed: Mina opens one introduction
WITH changed AS (UPDATE lesson_progress SET attempts = attempts + 1, last_accessed_at = NOW()
                 WHERE user_id = :mina AND lesson_id = 'introduction' RETURNING 1)
SELECT count(*) FROM changed;
--@ value rows_changed_with_the_course: the same, with the course named
WITH changed AS (UPDATE lesson_progress SET attempts = attempts + 1, last_accessed_at = NOW()
                 WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'introduction' RETURNING 1)
SELECT count(*) FROM changed;
