-- All documents are looked through, those of other learners and courses too: a lesson that anybody's document lists is never missing.
-- says: missing rows
SELECT p.user_id, p.course_id, p.lesson_id FROM lesson_progress p WHERE completed AND p.lesson_id NOT IN (SELECT jsonb_array_elements_text(completed_lessons) FROM course_progress)
