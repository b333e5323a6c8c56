--@ do: a learner with two lessons, and two tutors
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_t, :text_n, 'Tutor Bo'), (:uuid_s, :text_o, 'Tutor Cy');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins'), (:uuid_q, :uuid_u, :uuid_c, 'keys');

--@ refused 23503: a note on a row that there is not
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_x, :uuid_t, 'x');

--@ refused 23503: a note by nobody that there is
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_x, 'x');

--@ refused 23502: a note about nothing
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (NULL, :uuid_t, 'x');

--@ refused 23502: a note that says nothing
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, NULL);

--@ do: three notes by one tutor, one by the other
INSERT INTO tutor_note (progress_id, author_id, body)
VALUES (:uuid_p, :uuid_t, 'a'), (:uuid_p, :uuid_t, 'b'), (:uuid_q, :uuid_t, 'c'), (:uuid_q, :uuid_s, 'd');

--@ do: a tutor leaves
DELETE FROM users WHERE id = :uuid_t;

--@ true: the notes of an author who left are there, without an author
SELECT count(*) = 4 AND count(author_id) = 1 AND bool_and(author_id = :uuid_s OR author_id IS NULL) FROM tutor_note;

--@ do: a row of progress is deleted
DELETE FROM lesson_progress WHERE id = :uuid_p;

--@ true: the notes on the deleted row are gone, the others are there
SELECT count(*) FILTER (WHERE body IN ('a', 'b')) = 0 AND count(*) FILTER (WHERE progress_id = :uuid_q) >= 1 FROM tutor_note;

--@ do: the learner is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: no note on the learner is left
SELECT count(*) = 0 FROM tutor_note WHERE progress_id IN (:uuid_p, :uuid_q);
