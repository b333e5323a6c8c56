-- The index holds the time of the last visit: no heartbeat is HOT any more, and every index of the table gets an entry.
-- says: not so: no index holds what a heartbeat moves
CREATE INDEX counts ON lesson_progress (course_id) INCLUDE (lesson_id, completed, last_accessed_at);
