"""A running PostgreSQL: found or started, its files applied, its class of learners cloned."""
