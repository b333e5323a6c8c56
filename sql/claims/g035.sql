--@ sqlstate line_alone: the line by itself
lesson_id VARCHAR(255) NOT NULL;
--@ sqlstate characters_255: as many letters as it has room for
UPDATE lesson_progress SET lesson_id = repeat('x', 255) WHERE user_id = :mina AND lesson_id = 'joins';
--@ sqlstate characters_256: one more
UPDATE lesson_progress SET lesson_id = repeat('x', 256) WHERE user_id = :mina AND lesson_id = 'joins';
--@ sqlstate blanks_after_255: three blanks more
UPDATE lesson_progress SET lesson_id = repeat('x', 255) || '   '
WHERE user_id = :mina AND lesson_id = 'joins';
--@ value bytes_of_255_emoji: as many of another kind
UPDATE lesson_progress SET lesson_id = repeat('🎓', 255) WHERE user_id = :mina AND lesson_id = 'joins';
SELECT octet_length(lesson_id) FROM lesson_progress WHERE lesson_id ~ '🎓';
