-- says: not so: the seconds of all are there (in every order)
-- says: The seconds in the row are not the sum of the three reports: some are lost, replaced, or there twice.
DO $$ BEGIN INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds); EXCEPTION WHEN unique_violation THEN NULL; END $$;
