CREATE FUNCTION add_tonnes(total numeric, kind cargo_kind, tonnes numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE RETURN total + CASE WHEN kind = 'liquid' THEN tonnes * 1.1 ELSE tonnes END;
CREATE AGGREGATE billed_tonnes(cargo_kind, numeric) (SFUNC = add_tonnes, STYPE = numeric, INITCOND = '0');
