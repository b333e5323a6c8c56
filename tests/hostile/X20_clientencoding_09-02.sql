-- client_encoding that a client library does not know (EUC_TW, JOHAB), then messages and errors in it which cannot be read or not be translated
SET client_encoding = 'EUC_TW';
SELECT U&'\8AB2\7A0B' AS title;
DO $$ BEGIN RAISE WARNING '%', chr(35506) || chr(31243); END $$;
SET client_encoding = 'JOHAB';
DO $$ BEGIN RAISE EXCEPTION '%', chr(44032) || chr(128169) USING HINT = chr(128169); END $$;
