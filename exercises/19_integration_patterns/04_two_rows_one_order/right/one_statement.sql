-- One statement meets the rows in the order of its plan, and here both have the same plan. No word of it promises that order, as ORDER BY does.
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
