-- hot_updates: how many updates of a table were counted, and how many of them no index heard of
SELECT n_tup_upd AS updates, n_tup_hot_upd AS hot FROM pg_stat_user_tables WHERE relid = %(relation_id)s
