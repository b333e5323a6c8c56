--@ do: a learner in a course, last written a while ago
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO course_progress (id, user_id, course_id, updated_at) VALUES (:uuid_p, :uuid_u, :uuid_c, '2026-01-05 10:00+00');

--@ true: an INSERT keeps the time that it brings
SELECT updated_at = '2026-01-05 10:00+00' FROM course_progress WHERE id = :uuid_p;

--@ do: an UPDATE
UPDATE course_progress SET progress_percentage = 40 WHERE id = :uuid_p;

--@ true: an UPDATE moves updated_at
SELECT updated_at > now() - INTERVAL '1 minute' FROM course_progress WHERE id = :uuid_p;

--@ true: an UPDATE still does what it says
SELECT progress_percentage = 40 AND user_id = :uuid_u FROM course_progress WHERE id = :uuid_p;

--@ do: an UPDATE that brings a time of its own
UPDATE course_progress SET updated_at = '2026-01-05 10:00+00' WHERE id = :uuid_p;

--@ true: an UPDATE cannot set updated_at itself
SELECT updated_at > now() - INTERVAL '1 minute' FROM course_progress WHERE id = :uuid_p;

--@ true: last_accessed_at is left alone
SELECT last_accessed_at = created_at FROM course_progress WHERE id = :uuid_p;
