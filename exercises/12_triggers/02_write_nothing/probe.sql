--@ do: a lesson with a score and one without, last written a while ago
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, completed, completed_at, attempts, score, created_at, updated_at)
VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins', true, now(), 1, 80, '2026-01-05 10:00+00', '2026-01-05 10:00+00'),
       (:uuid_q, :uuid_u, :uuid_c, 'keys', false, NULL, 0, NULL, '2026-01-05 10:00+00', '2026-01-05 10:00+00');
CREATE TABLE public.seen AS SELECT id, ctid AS place FROM lesson_progress;

--@ do: an UPDATE of both without a change
UPDATE lesson_progress SET score = score, attempts = attempts WHERE id = :uuid_p;
UPDATE lesson_progress SET completed = completed WHERE id = :uuid_q;

--@ true: an UPDATE without a change writes no row
SELECT p.ctid = s.place FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_p;

--@ true: an UPDATE without a change leaves updated_at alone
SELECT updated_at = '2026-01-05 10:00+00' FROM lesson_progress WHERE id = :uuid_p;

--@ true: the same holds for a row with NULL in it
SELECT p.ctid = s.place FROM lesson_progress AS p JOIN public.seen AS s USING (id) WHERE id = :uuid_q;

--@ do: an UPDATE of one column
UPDATE lesson_progress SET time_spent_seconds = 30 WHERE id = :uuid_q;

--@ true: an UPDATE with a change still does what it says
SELECT time_spent_seconds = 30 AND updated_at > now() - INTERVAL '1 minute' FROM lesson_progress WHERE id = :uuid_q;

--@ do: a score is taken away
UPDATE lesson_progress SET score = NULL WHERE id = :uuid_p;

--@ true: a change to NULL is a change
SELECT score IS NULL AND updated_at > now() - INTERVAL '1 minute' FROM lesson_progress WHERE id = :uuid_p;
