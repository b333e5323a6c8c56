-- The primary key of certificate begins with course_id: it serves the course, not the learner. attempt_passed lacks the tries that
-- failed, which a cascade has to delete as well.
CREATE INDEX note_progress_id ON note (progress_id);
CREATE INDEX certificate_user_id ON certificate (user_id);
CREATE INDEX attempt_user_id ON attempt (user_id);
