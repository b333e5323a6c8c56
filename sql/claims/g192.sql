--@ do pages_of: how many pages a query reads
--@ value times_the_pages_without_any: pages read to find the rows of one learner, without any of the three against UNIQUE alone
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course;
CREATE TABLE seen AS SELECT pages_of('SELECT id FROM lesson_progress WHERE user_id = ' || quote_literal(:mina)) AS pages;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key;
SELECT round(pages_of('SELECT id FROM lesson_progress WHERE user_id = ' || quote_literal(:mina)) / pages, 1) FROM seen;
--@ value unique_alone_against_three: the same, with UNIQUE alone against all three
CREATE TABLE seen AS SELECT pages_of('SELECT id FROM lesson_progress WHERE user_id = ' || quote_literal(:mina)) AS pages;
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course;
SELECT round(pages_of('SELECT id FROM lesson_progress WHERE user_id = ' || quote_literal(:mina)) / pages, 1) FROM seen;
