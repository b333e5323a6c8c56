--@ value ties_on_real_rows: of the ten listed in this class, those with equal hours
SELECT max(n) FROM (SELECT count(*) AS n FROM (
  SELECT user_id, sum(time_spent_seconds) / 3600 AS total_hours, count(DISTINCT lesson_id) AS lessons_started,
         count(*) FILTER (WHERE completed = true) AS lessons_completed
  FROM lesson_progress GROUP BY user_id ORDER BY total_hours DESC LIMIT 10
) AS ten GROUP BY total_hours) AS counted;
--@ do: a thousand learners with one to two hours each, no two the same
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT id, :databases, 'joins', 3600 + 3 * row_number() OVER (ORDER BY id)
FROM (SELECT id FROM users ORDER BY id LIMIT 1000) AS thousand;
--@ value of_the_true_ten_shown: of the ten longest, those that are listed
SELECT count(*) FROM (
  SELECT user_id, sum(time_spent_seconds) / 3600 AS total_hours, count(DISTINCT lesson_id) AS lessons_started,
         count(*) FILTER (WHERE completed = true) AS lessons_completed
  FROM lesson_progress GROUP BY user_id ORDER BY total_hours DESC LIMIT 10
) AS ten JOIN (
  SELECT user_id FROM lesson_progress ORDER BY time_spent_seconds DESC LIMIT 10
) AS longest USING (user_id);
--@ do: one learner, a lesson of one name in two courses
TRUNCATE pg_temp.lesson_progress;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed)
VALUES (:mina, :databases, 'introduction', true), (:mina, :python, 'introduction', true);
--@ steps one_name_in_two_courses: lessons started, lessons completed
SELECT unnest(ARRAY[lessons_started, lessons_completed]) FROM (
  SELECT user_id, sum(time_spent_seconds) / 3600 AS total_hours, count(DISTINCT lesson_id) AS lessons_started,
         count(*) FILTER (WHERE completed = true) AS lessons_completed
  FROM lesson_progress GROUP BY user_id ORDER BY total_hours DESC LIMIT 10
) AS ten;
