--@ value foreign_keys_on_lesson_id: keys that name a lesson
SELECT count(*) FROM pg_constraint AS k
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
WHERE k.conrelid = 'lesson_progress'::regclass AND k.contype = 'f' AND a.attname = 'lesson_id';
--@ accepted: a lesson that nobody ever wrote
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'no-such-lesson');
