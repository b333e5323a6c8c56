CREATE INDEX by_visit ON lesson_progress (last_accessed_at);
CREATE INDEX newest_visit ON lesson_progress (last_accessed_at DESC);
