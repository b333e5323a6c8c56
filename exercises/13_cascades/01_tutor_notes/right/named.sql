-- The rules stand below the columns, and have names that an error message will show.
CREATE TABLE tutor_note (
  progress_id UUID NOT NULL,
  author_id UUID,
  body VARCHAR(2000) NOT NULL,
  CONSTRAINT tutor_note_progress FOREIGN KEY (progress_id) REFERENCES lesson_progress ON DELETE CASCADE,
  CONSTRAINT tutor_note_author FOREIGN KEY (author_id) REFERENCES users ON DELETE SET NULL
);
