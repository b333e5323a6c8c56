COPY lesson_progress TO STDOUT
