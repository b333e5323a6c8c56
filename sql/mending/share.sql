-- share: what the lab's own role makes in a database of notebooks is theirs to use: their tables' triggers may
ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO %(notebooks)s;
ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO %(notebooks)s
