-- The courses.  The guide uses only id; a dashboard needs a title and a number to divide by.

CREATE TABLE courses (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  title TEXT NOT NULL,
  lesson_count INTEGER NOT NULL CHECK (lesson_count > 0),
  passing_score INTEGER NOT NULL DEFAULT 70 CHECK (passing_score >= 0 AND passing_score <= 100),
  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

COMMENT ON TABLE courses IS
  'A collection of lessons. Decided: there is no table of lessons yet, as in the guide; a lesson is a slug in lesson_progress.';
COMMENT ON COLUMN courses.id IS 'Decided: gen_random_uuid(), as in users.';
COMMENT ON COLUMN courses.title IS 'What learners see.';
COMMENT ON COLUMN courses.lesson_count IS
  'Decided: the number of lessons, the denominator of progress_percentage. lesson_progress cannot give it: a lesson that nobody opened has no row.';
COMMENT ON COLUMN courses.passing_score IS
  'Decided: the lowest score that passes a quiz of this course. The guide writes 70 into its queries.';
COMMENT ON COLUMN courses.created_at IS 'When the course was published.';
