-- Sequential: keys between the tables come next, and Citus makes none where shards were touched in parallel.
SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Reference tables first, then the tables that are spread; all of a learner's rows lie on one machine.
SELECT create_reference_table('courses');
SELECT create_reference_table('logins');
SELECT create_distributed_table('users', 'id');
SELECT create_distributed_table('course_progress', 'user_id', colocate_with => 'users');
SELECT create_distributed_table('lesson_progress', 'user_id', colocate_with => 'users');
SELECT create_distributed_table('lessonlab_record.progress_operation', 'user_id', colocate_with => 'users');
