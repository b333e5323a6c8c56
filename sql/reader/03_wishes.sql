-- What a reader does not want to have noted.

CREATE TABLE lessonlab_record.reader_wish (
  user_id UUID PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
  tracking BOOLEAN NOT NULL DEFAULT true
);

COMMENT ON TABLE lessonlab_record.reader_wish IS 'What a reader wants of the record. No row: what is usual.';
COMMENT ON COLUMN lessonlab_record.reader_wish.user_id IS 'Whose wish.';
COMMENT ON COLUMN lessonlab_record.reader_wish.tracking IS 'Whether the time in a page and the last cell are noted.';
