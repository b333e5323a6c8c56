-- noted: say which page has taken the database, and by which mark it is known
INSERT INTO lessonlab_record.open_page (page, mark) VALUES (%(page)s, %(mark)s)
