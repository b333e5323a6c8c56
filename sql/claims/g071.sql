--@ sqlstate orphan_in_replica_role: a row of nobody, in a session that is a replica
SET LOCAL session_replication_role = replica;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :photo, 'light');
--@ sqlstate orphan_otherwise: the same row in any other session
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :photo, 'light');
--@ do: the owner switches the table's triggers off, and sets the stamp back
ALTER TABLE lesson_progress DISABLE TRIGGER USER;
UPDATE lesson_progress SET updated_at = created_at - INTERVAL '1 day' WHERE user_id = :mina;
--@ value stamps_set_back: the rows whose stamp stayed there
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND updated_at < created_at;
