CREATE FUNCTION audit.record() RETURNS trigger SECURITY DEFINER SET search_path = audit, pg_temp LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_OP
        WHEN 'INSERT' THEN INSERT INTO changes (relation, operation, after) VALUES (TG_RELID, TG_OP, to_jsonb(NEW));
        WHEN 'UPDATE' THEN INSERT INTO changes (relation, operation, before, after) VALUES (TG_RELID, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
        ELSE INSERT INTO changes (relation, operation, before) VALUES (TG_RELID, TG_OP, to_jsonb(OLD));
    END CASE;
    RETURN NULL;
END $$;
