-- wish_tracking: whether time and place are noted from now on
INSERT INTO lessonlab_record.reader_wish (user_id, tracking) VALUES (%(user_id)s, %(tracking)s)
ON CONFLICT (user_id) DO UPDATE SET tracking = EXCLUDED.tracking
