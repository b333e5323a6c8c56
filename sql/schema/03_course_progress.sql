-- Course-level progress (T121): one row for a learner in a course, the lessons as JSONB.

CREATE TABLE course_progress (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
  completed_lessons JSONB NOT NULL DEFAULT '[]',
  progress_percentage INTEGER NOT NULL DEFAULT 0 CHECK (progress_percentage >= 0 AND progress_percentage <= 100),
  last_accessed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (user_id, course_id)
);

COMMENT ON TABLE course_progress IS
  'A learner in a course, at a glance. A second copy of what lesson_progress knows. Decided: whoever completes a lesson locks this row (SELECT ... FOR UPDATE), then reads the lessons, then writes here, all in one transaction; otherwise one of two simultaneous completions is lost.';
COMMENT ON COLUMN course_progress.id IS 'Decided: gen_random_uuid(), as in lesson_progress.';
COMMENT ON COLUMN course_progress.user_id IS 'Whose progress. Deleting the user deletes it.';
COMMENT ON COLUMN course_progress.course_id IS 'In which course. Deleting the course deletes it.';
COMMENT ON COLUMN course_progress.completed_lessons IS
  'Decided: JSONB, an array of lesson_id, completed lessons only, in the order of the course: ["introduction", "html-basics"].';
COMMENT ON COLUMN course_progress.progress_percentage IS
  'Decided: round(100.0 * completed lessons / courses.lesson_count). 12 of 18 is 67.';
COMMENT ON COLUMN course_progress.last_accessed_at IS 'Decided: the latest last_accessed_at among the learner''s lessons of the course.';
COMMENT ON COLUMN course_progress.created_at IS
  'When the row was made. Decided: the learner''s first lesson of the course makes it (INSERT ... ON CONFLICT).';
COMMENT ON COLUMN course_progress.updated_at IS
  'When the row was last written. Decided: the writer sets it; the guide shows a trigger for lesson_progress only.';
COMMENT ON CONSTRAINT course_progress_user_id_course_id_key ON course_progress IS
  'Decided: one row for a learner in a course; the key of the upsert.';
COMMENT ON CONSTRAINT course_progress_user_id_fkey ON course_progress IS
  'Decided: CASCADE, so that deleting a person leaves nothing behind.';
COMMENT ON CONSTRAINT course_progress_course_id_fkey ON course_progress IS
  'Decided: CASCADE, as for lesson_progress.';
