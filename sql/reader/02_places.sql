-- How far a reader is in each page.

CREATE TABLE lessonlab_record.place (
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  page TEXT NOT NULL,
  cell TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  was_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, page)
);

COMMENT ON TABLE lessonlab_record.place IS 'The cell of a page that a reader ran last.';
COMMENT ON COLUMN lessonlab_record.place.user_id IS 'Whose place.';
COMMENT ON COLUMN lessonlab_record.place.page IS 'In which page: 06_constraints.';
COMMENT ON COLUMN lessonlab_record.place.cell IS 'The id of the cell, which a link leads to.';
COMMENT ON COLUMN lessonlab_record.place.number IS 'Which cell of code of the page it is, counted from 1.';
COMMENT ON COLUMN lessonlab_record.place.was_at IS 'When it was run. The newest place of all is where to go on.';
