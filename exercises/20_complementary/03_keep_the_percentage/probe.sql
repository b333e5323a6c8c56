--@ do: two learners, two courses, three documents, and 77 where nothing is to move
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 3), (:uuid_d, 'Python', 3);
INSERT INTO course_progress (user_id, course_id, progress_percentage)
VALUES (:uuid_u, :uuid_c, 0), (:uuid_u, :uuid_d, 77), (:uuid_v, :uuid_c, 77);

--@ do: three lessons are begun, two of them completed
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  (:uuid_u, :uuid_c, 'joins', true, now()), (:uuid_u, :uuid_c, 'keys', false, NULL), (:uuid_u, :uuid_c, 'views', true, now());

--@ true: completed lessons count
SELECT progress_percentage = 67 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ do: a lesson is opened again
UPDATE lesson_progress SET completed = false, completed_at = NULL WHERE user_id = :uuid_u AND lesson_id = 'views';

--@ true: a lesson opened again counts no more
SELECT progress_percentage = 33 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ do: the completed lesson is deleted
DELETE FROM lesson_progress WHERE user_id = :uuid_u AND lesson_id = 'joins';

--@ true: a deleted lesson counts no more
SELECT progress_percentage = 0 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ do: four lessons of three are completed
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES
  (:uuid_u, :uuid_c, 'a', true, now()), (:uuid_u, :uuid_c, 'b', true, now()),
  (:uuid_u, :uuid_c, 'c', true, now()), (:uuid_u, :uuid_c, 'd', true, now());

--@ true: more lessons than the course has are 100
SELECT progress_percentage = 100 FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: another course and another learner keep theirs
SELECT count(*) = 2 FROM course_progress WHERE progress_percentage = 77;

--@ do: a learner without a document completes a lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at) VALUES (:uuid_v, :uuid_d, 'a', true, now());

--@ true: no document is made
SELECT count(*) = 3 FROM course_progress;

--@ accepted: a course is deleted
DELETE FROM courses WHERE id = :uuid_c;

--@ accepted: a learner is deleted
DELETE FROM users WHERE id = :uuid_u;
