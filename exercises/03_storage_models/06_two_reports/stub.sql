-- :seconds more in time_spent_seconds, of one row
UPDATE lesson_progress SET time_spent_seconds =  -- TODO
