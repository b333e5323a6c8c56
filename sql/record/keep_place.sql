-- keep_place: the cell of the page that was run last
INSERT INTO lessonlab_record.place (user_id, page, cell, number)
VALUES (%(user_id)s, %(page)s, %(cell)s, %(number)s)
ON CONFLICT (user_id, page) DO UPDATE
SET cell = EXCLUDED.cell, number = EXCLUDED.number, was_at = EXCLUDED.was_at
