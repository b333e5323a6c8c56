-- One new index in place of both on the visit. It has a second column, for an order without ties.
DROP INDEX by_visit;
DROP INDEX newest_visit;
DROP INDEX idx_lesson_progress_user_id;
DROP INDEX idx_lesson_progress_user_course;
CREATE INDEX seen ON lesson_progress (last_accessed_at, id);
