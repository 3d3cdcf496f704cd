SELECT 1;
-- b
SELECT 'a
b;',	"c" ;
/* 😀 */SELECT 'é😀';