DO $$
DECLARE
    audited text;
BEGIN
    FOREACH audited IN ARRAY ARRAY['ships', 'berths', 'tariffs'] LOOP
        EXECUTE format('CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit.record()', audited);
    END LOOP;
END;
$$;
