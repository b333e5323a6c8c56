-- merge_places: places of a file; of two in one page the newer counts
INSERT INTO lessonlab_record.place AS p (user_id, page, cell, number, was_at)
SELECT %(user_id)s, f.page, f.cell, f.number, f.was_at
FROM jsonb_to_recordset(%(notes)s::JSONB)
       AS f (page TEXT, cell TEXT, number INTEGER, was_at TIMESTAMP WITH TIME ZONE)
ON CONFLICT (user_id, page) DO UPDATE
SET cell = EXCLUDED.cell, number = EXCLUDED.number, was_at = EXCLUDED.was_at
WHERE p.was_at < EXCLUDED.was_at
