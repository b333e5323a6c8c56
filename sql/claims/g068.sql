--@ sqlstate lines_alone: the three lines, sent as they are
CHECK (time_spent_seconds >= 0)
CHECK (attempts >= 0)
CHECK (score >= 0 AND score <= 100);
--@ value rules_of_the_table: what they become in a CREATE TABLE
SELECT count(*) FROM pg_constraint WHERE conrelid = 'lesson_progress'::regclass AND contype = 'c'
  AND conname IN ('lesson_progress_time_spent_seconds_check', 'lesson_progress_attempts_check',
                  'lesson_progress_score_check');
