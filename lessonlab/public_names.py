"""The names that a page may take from the package, and where each is found when it is asked for."""

from __future__ import annotations

AT_START = "--InteractiveShellApp.extra_extensions=lessonlab"  # of a kernel that begins with the magics
PLACES = {
    "Lab": "lab",
    "LessonLabError": "errors",
    "Table": "show.tables",
    "Varying": "varying",
    "contents": "course.table_of_contents",
    "errors": "",  # a module itself
    "interleaved": "varying",
    "open": "lab",
    "progress": "",
}
