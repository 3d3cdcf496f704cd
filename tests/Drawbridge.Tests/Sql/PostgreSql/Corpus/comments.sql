-- only a comment ;
/* a /* nested ; */ one */ SELECT 1 /* ' */ + 2 -- "
;
SELECT 3 +-- four;
4 */* five */6 @/**/ 7;;
/***/ /*/ ; /**/*/ ; -- the end
