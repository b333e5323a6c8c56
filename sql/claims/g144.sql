--@ value year_kept: an insert that brings an updated_at
INSERT INTO lesson_progress (user_id, course_id, lesson_id, updated_at)
VALUES (:mina, :databases, 'from-2001', '2001-01-01') RETURNING extract(year FROM updated_at)::INTEGER::TEXT;
--@ true: an insert that brings none has the default
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'of-today')
RETURNING updated_at = now() AND created_at = now();
