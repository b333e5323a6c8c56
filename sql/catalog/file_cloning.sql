-- file_cloning: where the server keeps its data, if it can let a file system share blocks between files (since 18)
SELECT current_setting('data_directory')
FROM pg_settings
WHERE name = 'file_copy_method' AND 'clone' = ANY (enumvals)
