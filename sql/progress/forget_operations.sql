-- forget_operations: drop the ids of operations older than so many days, which no client can still be sending
DELETE FROM lessonlab_record.progress_operation WHERE recorded_at < now() - %(days)s * INTERVAL '1 day'
