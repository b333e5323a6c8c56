--@ do pages_of: the pages that two queries read, before there is an index on score
CREATE TABLE before AS SELECT pages_of('SELECT user_id, score FROM lesson_progress WHERE score < 70') AS for_rows,
                              pages_of('SELECT count(*) FROM lesson_progress WHERE score < 70') AS for_a_count;
CREATE INDEX idx_lesson_progress_score ON lesson_progress (score);
--@ value pages_saved_for_rows: how many times the pages the rows took before
SELECT round(for_rows / pages_of('SELECT user_id, score FROM lesson_progress WHERE score < 70'), 1) FROM before;
--@ value pages_saved_for_a_count: and the count
SELECT round(for_a_count / pages_of('SELECT count(*) FROM lesson_progress WHERE score < 70'), 1) FROM before;
