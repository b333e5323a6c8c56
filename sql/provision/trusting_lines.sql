-- trusting_lines: the lines of pg_hba.conf that let somebody in without a password
SELECT line_number FROM pg_catalog.pg_hba_file_rules WHERE auth_method = 'trust' ORDER BY line_number
