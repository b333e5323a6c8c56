--@ sqlstate as_printed: with three dots where the formula belongs
UPDATE course_progress SET progress_percentage = (...) WHERE user_id = :mina AND course_id = :web;
--@ value rows_changed_if_there_is_none: rows that it changes in a course that she never began
WITH changed AS (
  UPDATE course_progress SET progress_percentage = 0 WHERE user_id = :mina AND course_id = :photo RETURNING id
)
SELECT count(*) FROM changed;
--@ true: in one that she began it is one
WITH changed AS (
  UPDATE course_progress SET progress_percentage = 0 WHERE user_id = :mina AND course_id = :web RETURNING id
)
SELECT count(*) = 1 FROM changed;
