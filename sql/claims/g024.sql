--@ do: eight rows with times that cannot be
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, completed_at)
VALUES (:mina, :photo, 'completed, but when?', true, now(), NULL),
       (:mina, :photo, 'a time, not completed', false, now(), now()),
       (:mina, :photo, 'completed before begun', true, '2026-03-02', '2026-03-01'),
       (:mina, :photo, 'begun in 1970', false, '1970-01-01', NULL),
       (:mina, :photo, 'never begun', false, NULL, NULL);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, last_accessed_at, created_at, updated_at)
VALUES (:mina, :photo, 'last seen before begun', '2001-01-01', now(), now()),
       (:mina, :photo, 'changed before made', now(), '2026-03-02', '2026-03-01'),
       (:mina, :photo, 'made in 2126', now(), '2126-01-01', '2126-01-01');
--@ do: six rows with figures and names that cannot be
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score)
VALUES (:mina, :photo, 'time unknown', NULL, 0, NULL),
       (:mina, :photo, 'tries unknown', 0, NULL, NULL),
       (:mina, :photo, '63 years', 2000000000, 0, NULL),
       (:mina, :photo, '80 points, no try', 0, 0, 80),
       (:mina, :photo, '', 0, 0, NULL),
       (:mina, :photo, '   ', 0, 0, NULL);
--@ value bad_rows_accepted: how many of the fourteen stay
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND course_id = :photo;
