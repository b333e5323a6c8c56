--@ do: two learners with lessons and notes, one with a certificate
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_c, 'keys'), (:uuid_v, :uuid_c, 'joins'), (:uuid_v, :uuid_c, 'keys');
INSERT INTO note SELECT id FROM lesson_progress, generate_series(1, 3);
INSERT INTO certificate VALUES (:uuid_v, :uuid_c);

--@ sqlstate a: the learner without a certificate
DELETE FROM users WHERE id = :uuid_u;

--@ sqlstate b: the learner with a certificate
DELETE FROM users WHERE id = :uuid_v;

--@ sqlstate c: the course
DELETE FROM courses WHERE id = :uuid_c;

--@ sqlstate d: certificate and learner in one statement
WITH gone AS (DELETE FROM certificate) DELETE FROM users WHERE id = :uuid_v;

--@ sqlstate e: a new key
UPDATE users SET id = gen_random_uuid() WHERE id = :uuid_u;

--@ sqlstate f: truncate
TRUNCATE lesson_progress;

--@ do: the learner without a certificate is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ value g: notes that are left
SELECT count(*) FROM note;

--@ do: the course is deleted
DELETE FROM courses WHERE id = :uuid_c;

--@ value h: certificates that are left
SELECT count(*) FROM certificate;
