--@ sqlstate missing_user: progress of nobody
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :web, 'knitting');
--@ sqlstate missing_course: progress in no course
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :nobody, 'knitting');
--@ sqlstate orphan_by_the_owner: the owner drops the key, inserts, and adds it again
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :web, 'knitting');
ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_user_id_fkey
FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE NOT VALID;
--@ sqlstate orphan_while_not_enforced: the owner lets the key rest
ALTER TABLE lesson_progress ALTER CONSTRAINT lesson_progress_user_id_fkey NOT ENFORCED;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:nobody, :web, 'knitting');
