-- Midnights on the wall, subtracted: without a zone each day between them has 24 hours.
SELECT user_id, course_id, lesson_id,
       extract(day FROM date_trunc('day', completed_at AT TIME ZONE time_zone)
                      - date_trunc('day', first_started_at AT TIME ZONE time_zone))::integer AS days
FROM lesson_progress JOIN users ON users.id = user_id
WHERE completed_at IS NOT NULL
