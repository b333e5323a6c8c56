-- The operations that were carried out, so that one that is sent again changes nothing.

CREATE TABLE lessonlab_record.progress_operation (
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  operation UUID NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'add_time', 'attempt', 'complete')),
  course_id UUID NOT NULL,
  lesson_id VARCHAR(255) NOT NULL,
  value INTEGER,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, operation)
);

COMMENT ON TABLE lessonlab_record.progress_operation IS
  'A change to a learner''s progress, written in the transaction that made the change. A client that got no answer sends the operation again; the key says that it was done.';
COMMENT ON COLUMN lessonlab_record.progress_operation.user_id IS
  'Whose progress. Leads the key, so that nobody can meet another learner''s operations, and deleting a user finds them.';
COMMENT ON COLUMN lessonlab_record.progress_operation.operation IS 'The client''s own name for what it asked; made once, sent as often as needed.';
COMMENT ON COLUMN lessonlab_record.progress_operation.kind IS 'What was asked. An id that comes back with another request is refused.';
COMMENT ON COLUMN lessonlab_record.progress_operation.course_id IS
  'In which course. Decided: no foreign key; a course that is deleted takes its progress along, and the ids do no harm.';
COMMENT ON COLUMN lessonlab_record.progress_operation.lesson_id IS 'In which lesson.';
COMMENT ON COLUMN lessonlab_record.progress_operation.value IS 'The seconds or the score that were sent; NULL where there were none.';
COMMENT ON COLUMN lessonlab_record.progress_operation.recorded_at IS
  'When. Decided: an operation may be forgotten once no client can still be sending it; forget_operations does it.';
COMMENT ON CONSTRAINT progress_operation_pkey ON lessonlab_record.progress_operation IS 'An operation of a learner is carried out once.';
