-- page_tools: where the extension that reads raw pages is installed, if it is
SELECT extnamespace::REGNAMESPACE::TEXT AS place FROM pg_extension WHERE extname = 'pageinspect'
