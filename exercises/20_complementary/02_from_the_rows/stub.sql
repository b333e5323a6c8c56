UPDATE course_progress AS cp
SET completed_lessons = '[]',  -- TODO
    progress_percentage = 0    -- TODO
