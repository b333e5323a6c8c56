--@ apart: what a session counted is told when its transaction has ended
--@ do: a question that (user_id, course_id) answers, and a thousand rows that UNIQUE has to look at
SELECT count(score) FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) SELECT id, :databases, 'new' FROM users LIMIT 1000;
SELECT pg_stat_force_next_flush();
--@ value idx_scan_of_unique: how often UNIQUE was used, it says
SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'lesson_progress_user_id_course_id_lesson_id_key';
--@ sqlstate duplicate: one of those rows again
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT user_id, course_id, lesson_id FROM lesson_progress LIMIT 1;
--@ value idx_scan_of_a_spare_index: how often an index was used that UNIQUE could stand in for
SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'idx_lesson_progress_user_course';
