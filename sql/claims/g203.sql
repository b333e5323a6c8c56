--@ sqlstate into_jsonb: the text goes into the column as it is
UPDATE course_progress SET completed_lessons = '["light", "composition"]' WHERE user_id = :mina;
--@ sqlstate into_text_array: and into the same column as an array of text
ALTER TABLE course_progress ALTER completed_lessons DROP DEFAULT, ALTER completed_lessons TYPE TEXT[] USING '{}';
UPDATE course_progress SET completed_lessons = '["light", "composition"]' WHERE user_id = :mina;
