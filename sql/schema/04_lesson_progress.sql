-- Lesson-level progress (T122): one row for a learner in a lesson of a course.
-- Put together from the guide's fragments.  Repaired: gen_random_uuid() and NOT NULL on completed.  The rest is as printed.

CREATE TABLE lesson_progress (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
  lesson_id VARCHAR(255) NOT NULL,
  completed BOOLEAN NOT NULL DEFAULT false,
  time_spent_seconds INTEGER DEFAULT 0 CHECK (time_spent_seconds >= 0),
  attempts INTEGER DEFAULT 0 CHECK (attempts >= 0),
  score INTEGER CHECK (score >= 0 AND score <= 100),
  first_started_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  last_accessed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  completed_at TIMESTAMP WITH TIME ZONE,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (user_id, course_id, lesson_id)
);

COMMENT ON TABLE lesson_progress IS
  'What a learner did in one lesson. Decided: default fillfactor, no extended statistics, autovacuum as the server has it; chapters 07 and 15 measure what other choices would bring.';
COMMENT ON COLUMN lesson_progress.id IS
  'Decided: gen_random_uuid() in place of the guide''s uuid_generate_v4(). Pages of rows are ordered by (first_started_at, id): the id breaks ties.';
COMMENT ON COLUMN lesson_progress.user_id IS 'Whose progress. Deleting the user deletes it.';
COMMENT ON COLUMN lesson_progress.course_id IS 'In which course. Deleting the course deletes it.';
COMMENT ON COLUMN lesson_progress.lesson_id IS
  'The slug of the lesson, such as react-hooks. Decided: unique only within its course; every course may have an introduction. So every WHERE and GROUP BY names course_id beside it. No table of lessons stands behind it: any text is accepted.';
COMMENT ON COLUMN lesson_progress.completed IS
  'Decided: NOT NULL DEFAULT false. The guide prints it once without NOT NULL and once without DEFAULT. Nothing here makes it agree with completed_at.';
COMMENT ON COLUMN lesson_progress.time_spent_seconds IS
  'Seconds spent in the lesson, all visits together. As printed: NULL is accepted.';
COMMENT ON COLUMN lesson_progress.attempts IS
  'Decided: tries at the lesson''s quiz, passed or not, counted by whoever records the try. Opening a lesson is no attempt; a lesson without quiz has 0. As printed: NULL is accepted.';
COMMENT ON COLUMN lesson_progress.score IS
  'Per cent reached in the latest try. NULL: no quiz, or not tried. 0: tried, nothing right. Decided: a completion that carries no score keeps the one that is there; courses.passing_score is the mark that passes.';
COMMENT ON COLUMN lesson_progress.first_started_at IS
  'When the learner first opened the lesson. Decided: never changes, but nothing here prevents it. As printed: NULL is accepted.';
COMMENT ON COLUMN lesson_progress.last_accessed_at IS
  'When the learner was last in the lesson. Decided: every statement that records something the learner did sets it; the trigger does not. As printed: NULL is accepted.';
COMMENT ON COLUMN lesson_progress.completed_at IS
  'When the lesson was completed; NULL until then. Decided: completing it a second time keeps the first time. Nothing here makes it agree with completed.';
COMMENT ON COLUMN lesson_progress.created_at IS 'When the row was made. As printed: may be changed, NULL is accepted.';
COMMENT ON COLUMN lesson_progress.updated_at IS 'When the row was last updated, kept by the trigger. As printed: NULL is accepted.';
COMMENT ON CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key ON lesson_progress IS
  'Decided: the course belongs to the key, because a slug may stand in two courses.';
COMMENT ON CONSTRAINT lesson_progress_time_spent_seconds_check ON lesson_progress IS
  'As printed: no negative time. NULL passes, as it passes every CHECK.';
COMMENT ON CONSTRAINT lesson_progress_attempts_check ON lesson_progress IS 'As printed: no negative count. NULL passes.';
COMMENT ON CONSTRAINT lesson_progress_score_check ON lesson_progress IS 'As printed: 0 to 100. NULL passes, and is meant to.';
COMMENT ON CONSTRAINT lesson_progress_user_id_fkey ON lesson_progress IS 'As printed: CASCADE.';
COMMENT ON CONSTRAINT lesson_progress_course_id_fkey ON lesson_progress IS 'As printed: CASCADE.';
