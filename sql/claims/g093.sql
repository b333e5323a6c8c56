--@ index true_uses_it: all completed rows
SELECT * FROM lesson_progress WHERE completed = true;
--@ pages pages_for_false: all incomplete rows, for which the whole table is read
SELECT * FROM lesson_progress WHERE completed = false;
