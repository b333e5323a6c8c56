-- A leap year has 366 days: over its end a day is lost. A date minus a date is the number of days between.
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, lesson_id,
       ((extract(year FROM done) - extract(year FROM begun)) * 365
        + extract(doy FROM done) - extract(doy FROM begun))::integer AS days
FROM (
  SELECT p.user_id, p.course_id, p.lesson_id,
         p.completed_at AT TIME ZONE u.time_zone AS done, p.first_started_at AT TIME ZONE u.time_zone AS begun
  FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
  WHERE p.completed_at IS NOT NULL
) AS on_the_wall
