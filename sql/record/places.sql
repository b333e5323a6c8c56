-- places: how far the reader is in each page, the page of the last cell first
SELECT page, cell, number, was_at FROM lessonlab_record.place WHERE user_id = %(user_id)s ORDER BY was_at DESC, page
