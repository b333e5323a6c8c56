--@ value columns_with_a_time: columns of the table that hold one
SELECT count(*) FROM pg_attribute WHERE attrelid = 'lesson_progress'::regclass AND atttypid = 'timestamptz'::regtype;
--@ do: a lesson that she has not opened
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'not-opened-yet');
--@ value different_at_insert: different times in the new row
SELECT count(DISTINCT at)
FROM lesson_progress, unnest(ARRAY[created_at, first_started_at, last_accessed_at, completed_at, updated_at]) AS at
WHERE user_id = :mina AND lesson_id = 'not-opened-yet';
