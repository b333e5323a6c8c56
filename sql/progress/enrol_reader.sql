-- enrol_reader: whose progress it is, in a database of the reader's own
INSERT INTO users (id, email, name) VALUES (%(id)s, %(email)s, %(name)s) ON CONFLICT DO NOTHING
