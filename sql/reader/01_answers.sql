-- What a reader handed in, so that an earlier answer can be read again and put back.

CREATE TABLE lessonlab_record.answer (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  exercise TEXT NOT NULL,
  answered_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  verdict TEXT NOT NULL,
  answer TEXT NOT NULL
);

CREATE INDEX answer_user_id_exercise_idx ON lessonlab_record.answer (user_id, exercise, answered_at);

COMMENT ON TABLE lessonlab_record.answer IS 'An answer to an exercise as it was handed in, and its verdict. The last ones of each exercise are kept.';
COMMENT ON COLUMN lessonlab_record.answer.id IS 'Nothing but a key.';
COMMENT ON COLUMN lessonlab_record.answer.user_id IS 'Whose answer.';
COMMENT ON COLUMN lessonlab_record.answer.exercise IS 'To which exercise: 06-02. Decided: no foreign key; exercises are files.';
COMMENT ON COLUMN lessonlab_record.answer.answered_at IS 'When.';
COMMENT ON COLUMN lessonlab_record.answer.verdict IS 'The verdict''s first word: correct, not yet, could not run.';
COMMENT ON COLUMN lessonlab_record.answer.answer IS 'What stood below %%answer.';
