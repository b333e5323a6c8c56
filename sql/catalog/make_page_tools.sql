-- make_page_tools: install the extension that reads raw pages where no name of a reader's is; it is rolled back
CREATE SCHEMA lessonlab_pages;
CREATE EXTENSION pageinspect SCHEMA lessonlab_pages
