CREATE OR REPLACE FUNCTION invoice_on_departure() RETURNS trigger LANGUAGE plpgsql AS $do$
BEGIN
    EXECUTE format($sql$INSERT INTO invoices (call_id, amount_ore) VALUES (%L, %L);$sql$, NEW.id, price_of_call(NEW.id));
    RETURN NULL;
END;
$do$;
CREATE CONSTRAINT TRIGGER invoice_on_departure
    AFTER UPDATE OF left_at ON port_calls
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL)
    EXECUTE FUNCTION invoice_on_departure();
