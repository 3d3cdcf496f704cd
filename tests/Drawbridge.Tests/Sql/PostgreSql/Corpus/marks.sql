-- with a mark
CREATE TABLE  t (😀 int); SELECT $é$;$é$