--@ do pages_of: an index in just the order of the list, and the last row of page 89,999
CREATE INDEX lesson_progress_by_start ON lesson_progress (first_started_at, id);
CREATE TABLE last_shown AS
SELECT first_started_at, id FROM lesson_progress ORDER BY first_started_at, id LIMIT 1 OFFSET 899999;
--@ pages pages_of_page_1: the first ten rows
SELECT * FROM lesson_progress ORDER BY first_started_at, id LIMIT 10;
--@ pages pages_of_page_90000: ten rows behind 900,000
SELECT * FROM lesson_progress ORDER BY first_started_at, id LIMIT 10 OFFSET 900000;
--@ value pages_after_the_last_row: the same ten, found by the row before them
SELECT pages_of(format(
  'SELECT * FROM lesson_progress WHERE (first_started_at, id) > (%L, %L) ORDER BY first_started_at, id LIMIT 10',
  first_started_at, id)) FROM last_shown;
