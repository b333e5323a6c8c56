-- Nothing is lost any more, and nothing is tidied either. Only a trigger that fires BEFORE can change the row.
-- says: not so: an untidy name is stored tidily
-- says: not so: blanks within a name stay
-- says: not so: a new name is tidied as well
-- says: not so: what a trigger of another table writes is tidied as well
-- says: not so: a long name is stored whole
-- says: not so: ON CONFLICT finds the tidy name by an untidy one
-- says: accepted, but should be refused: a name that is there already once it is tidy
-- says: not so: a name from before the trigger is tidied by any update
DROP TRIGGER tidy_lesson_id ON lesson_progress
