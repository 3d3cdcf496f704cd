DO $$ BEGIN RAISE NOTICE '; $1 %', $inner$ ; $inner$; END $$;
CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS $größe$ SELECT $1 || '$$;' $größe$;
SELECT $1,$$;$$,a$b$c,d$$,$_1$ ; $$ $_1$ FROM t WHERE price > $2;
SELECT $a$ $A$ ; $b$a$a$;
DO $guard$ BEGIN PERFORM set_config('standard_conforming_strings', 'off', true); PERFORM pg_advisory_unlock(1); END $guard$ LANGUAGE plpgsql;
