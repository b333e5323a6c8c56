--@ pages pages_by_the_partial: a week, by the guide's index
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';
--@ do: a full index in its place
DROP INDEX idx_lesson_progress_completed_at;
CREATE INDEX completed_full ON lesson_progress (completed_at);
--@ index taken_instead: a week, by the full one
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';
--@ pages pages_by_the_full: and its pages
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';
