SELECT 'it''s; one', E'it\'s; \\', U&'d\0061t;', U&'d!0061;' UESCAPE '!', B'0101', X'1F', N'n;';
SELECT 'first'
    'second;' AS joined, E'a\''   -- with a comment
    '\';' AS escaped;
INSERT INTO harbour."Weird ; name" ("a""b", größe, U&"\0061;") VALUES (1e-5, .5, 1.), ($1, $2::text, a[1:2]);
SELECT 'back\' AS slash, "a;b", '' , 1_000, 0x1F;
