--@ do: a learner with two lessons, and two tutors
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_t, :text_n, 'Tutor Bo'), (:uuid_s, :text_o, 'Tutor Cy');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins'), (:uuid_q, :uuid_u, :uuid_c, 'keys');

--@ true: the columns have the types that are asked for
-- A column has another type than the question says: progress_id and author_id are UUIDs, body is a text.
SELECT progress_id, author_id, body FROM tutor_note;
SELECT count(*) = 3 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'tutor_note'
  AND (column_name, data_type) IN (('progress_id', 'uuid'), ('author_id', 'uuid'), ('body', 'text'), ('body', 'character varying'));

--@ accepted: a note on a row of lesson_progress
-- An ordinary note is refused: the message says by what. It has its row of lesson_progress, its author and a body, and nothing else is to be required.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, 'x');

--@ accepted: two notes by one tutor on one row
-- A row of lesson_progress may have several notes, also by one author.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, 'a'), (:uuid_p, :uuid_t, 'b');

--@ accepted: notes by two tutors on one row
-- A row of lesson_progress may have several notes.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, 'a'), (:uuid_p, :uuid_s, 'b');

--@ accepted: notes by one tutor on two rows
-- An author may write several notes.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, 'a'), (:uuid_q, :uuid_t, 'b');

--@ accepted: two notes with the same words
-- Two notes may say the same. So may two whose authors have left.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, 'x'), (:uuid_q, :uuid_s, 'x'),
  (:uuid_p, :uuid_t, 'x'), (:uuid_p, NULL, 'x'), (:uuid_p, NULL, 'x');

--@ accepted: a long note
-- body is any text. A rule or a length of yours is too narrow for a note of a few sentences.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, :words_a || ' ' || :words_b || ' ' || :words_c || ' ' || repeat('and so on ', 150));

--@ accepted: a note without an author
-- A note may have no author any more, so author_id must take NULL.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, NULL, 'x');

--@ refused 23503: a note on a row that there is not
-- progress_id must refer to lesson_progress: here it takes an id that is not there.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_x, :uuid_t, 'x');

--@ refused 23503: a note by nobody that there is
-- author_id must refer to users: here it takes an id that nobody has.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_x, 'x');

--@ refused 23502 or 23514: a note about nothing
-- A reference lets NULL through. What a note is about is always known: progress_id must not be NULL.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (NULL, :uuid_t, 'x');

--@ refused 23502 or 23514: a note that says nothing
-- body is always known, so it must not be NULL.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, :uuid_t, NULL);

--@ refused 23502 or 23514: a note that says nothing, of nobody
-- body is always known, also where the author is not.
INSERT INTO tutor_note (progress_id, author_id, body) VALUES (:uuid_p, NULL, NULL);

--@ refused 23502 or 23514: a note whose body is left out
-- body is always known: who leaves it out must be refused, and a default would make it up.
INSERT INTO tutor_note (progress_id, author_id) VALUES (:uuid_p, :uuid_t);

--@ refused 23502 or 23514: a note whose row is left out
-- What a note is about is always known: who leaves it out must be refused, and a default would make it up.
INSERT INTO tutor_note (author_id, body) VALUES (:uuid_t, 'x');

--@ true: an author who is left out is nobody
-- A note without an author has NULL there: a default makes one up, or the note is refused.
INSERT INTO tutor_note (progress_id, body) VALUES (:uuid_p, 'x');
SELECT author_id IS NULL FROM tutor_note;

--@ do: notes by both tutors on both rows
INSERT INTO tutor_note (progress_id, author_id, body)
VALUES (:uuid_p, :uuid_t, 'a'), (:uuid_p, :uuid_s, 'b'), (:uuid_q, :uuid_t, 'c'), (:uuid_q, :uuid_s, 'd');

--@ true: the notes of an author who left are there, without an author
-- When an author leaves, their notes stay as they are, and author_id becomes NULL. The two references need two different rules.
DELETE FROM users WHERE id = :uuid_t;
SELECT count(*) = 4 AND count(author_id) = 2 AND bool_and(author_id = :uuid_s OR author_id IS NULL) AND count(progress_id) = 4 FROM tutor_note;

--@ true: the notes on the deleted row are gone, the others are there
-- When a row of lesson_progress goes, the notes on it go, and no others.
DELETE FROM lesson_progress WHERE id = :uuid_p;
SELECT string_agg(body, '' ORDER BY body) = 'cd' FROM tutor_note;

--@ true: no note on the learner is left when the learner is deleted
-- A deleted learner takes the rows of lesson_progress along, and these the notes on them.
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 0 FROM tutor_note;
