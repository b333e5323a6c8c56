--@ do: each plan in one process, each scan from the first page
SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off;
--@ index true_uses_it: all completed rows
SELECT * FROM lesson_progress WHERE completed = true;
--@ pages pages_for_false: all incomplete rows, for which the whole table is read
SELECT * FROM lesson_progress WHERE completed = false;
