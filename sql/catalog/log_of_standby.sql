-- What a standby says of its log, in bytes: how far it has received it and shows it, and whether it pauses.
SELECT pg_last_wal_receive_lsn() - '0/0' AS received, pg_last_wal_replay_lsn() - '0/0' AS shown,
       pg_get_wal_replay_pause_state() <> 'not paused' AS paused
