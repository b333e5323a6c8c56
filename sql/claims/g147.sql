--@ value update_of_2001_overridden: an update that brings 2001
UPDATE lesson_progress SET updated_at = '2001-01-01' WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins'
RETURNING updated_at = now();
--@ value insert_of_2001_overridden: an insert that brings 2001
INSERT INTO lesson_progress (user_id, course_id, lesson_id, updated_at)
VALUES (:mina, :databases, 'from-2001', '2001-01-01') RETURNING updated_at = now();
