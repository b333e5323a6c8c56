-- holder: the page that has the database, and its mark
SELECT page, mark FROM lessonlab_record.open_page
