-- Expand: the table of lessons that was missing from the start.  Its own foreign key locks courses too, for a moment.
SET LOCAL lock_timeout = '500ms';

CREATE TABLE lessons (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
  lesson_id VARCHAR(255) NOT NULL,
  title TEXT,
  PRIMARY KEY (course_id, lesson_id)
);

COMMENT ON TABLE lessons IS 'A lesson of a course. The key is the one that lesson_progress has used all along.';
COMMENT ON COLUMN lessons.course_id IS 'The course that it belongs to.';
COMMENT ON COLUMN lessons.lesson_id IS 'Its slug, unique within the course.';
COMMENT ON COLUMN lessons.title IS 'What learners see. NULL: nobody has written one yet.';
