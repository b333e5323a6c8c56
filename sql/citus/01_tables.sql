-- The tables as Citus needs them: every key holds user_id, by which rows are spread; no foreign key yet, no trigger.
-- A plain PostgreSQL takes this file too.

CREATE TABLE courses (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  title TEXT NOT NULL,
  lesson_count INTEGER NOT NULL CHECK (lesson_count > 0),
  passing_score INTEGER NOT NULL DEFAULT 70 CHECK (passing_score BETWEEN 0 AND 100),
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE users (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL DEFAULT 'UTC',
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- UNIQUE (email) on users is refused: no machine sees all of them. This table is on every machine, whole.
CREATE TABLE logins (
  email TEXT PRIMARY KEY,
  user_id UUID NOT NULL UNIQUE
);

CREATE TABLE course_progress (
  user_id UUID NOT NULL,
  course_id UUID NOT NULL,
  completed_lessons JSONB NOT NULL DEFAULT '[]',
  progress_percentage INTEGER NOT NULL DEFAULT 0 CHECK (progress_percentage BETWEEN 0 AND 100),
  last_accessed_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, course_id)
);

-- The guide's id is gone: a key of its own would have to hold user_id as well, and the other key already names the row.
CREATE TABLE lesson_progress (
  user_id UUID NOT NULL,
  course_id UUID NOT NULL,
  lesson_id VARCHAR(255) NOT NULL,
  completed BOOLEAN NOT NULL DEFAULT false,
  time_spent_seconds INTEGER NOT NULL DEFAULT 0 CHECK (time_spent_seconds >= 0),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  score INTEGER CHECK (score >= 0 AND score <= 100),
  first_started_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_accessed_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  completed_at TIMESTAMP WITH TIME ZONE,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, course_id, lesson_id),
  CHECK (completed = (completed_at IS NOT NULL))
);

-- What the progress service notes of each operation; its key begins with user_id in any case.
CREATE SCHEMA IF NOT EXISTS lessonlab_record;
CREATE TABLE lessonlab_record.progress_operation (
  user_id UUID NOT NULL,
  operation UUID NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'add_time', 'attempt', 'complete')),
  course_id UUID NOT NULL,
  lesson_id VARCHAR(255) NOT NULL,
  value INTEGER,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, operation)
);

CREATE INDEX idx_lesson_progress_course_id ON lesson_progress (course_id);
CREATE INDEX idx_lesson_progress_lesson_id ON lesson_progress (lesson_id);
CREATE INDEX idx_lesson_progress_completed_at ON lesson_progress (completed_at) WHERE completed_at IS NOT NULL;

COMMENT ON TABLE lesson_progress IS
  'Spread by user_id. updated_at is set by each statement: a trigger on a distributed table is refused unless an unsafe setting allows it.';
COMMENT ON TABLE courses IS 'A reference table: whole on every machine.';
COMMENT ON TABLE logins IS 'A reference table: one address is one person, on all machines together.';
