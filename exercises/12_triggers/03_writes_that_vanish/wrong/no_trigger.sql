-- Nothing is lost any more, and nothing is tidied either. Only a trigger that fires BEFORE can change the row.
-- says: not so: an untidy name is stored tidily
-- says: not so: a new name is tidied as well
DROP TRIGGER tidy_lesson_id ON lesson_progress
