SET idle_session_timeout = 1; SELECT 1; SELECT 1;
