-- tracking: whether the reader lets time and place be noted; no row where nothing was said
SELECT tracking FROM lessonlab_record.reader_wish WHERE user_id = %(user_id)s
