ALTER ROLE CURRENT_USER SET transaction_timeout = 1; ALTER ROLE CURRENT_USER SET idle_session_timeout = 1; ALTER ROLE CURRENT_USER SET default_transaction_read_only = on;
