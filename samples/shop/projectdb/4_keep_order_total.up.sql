-- An order's total follows its lines, whoever writes them.
CREATE FUNCTION keep_order_total() RETURNS trigger
LANGUAGE plpgsql
AS $body$
DECLARE
    changed bigint := coalesce(NEW.order_id, OLD.order_id);
BEGIN
    UPDATE orders
    SET total_cents = (
        SELECT coalesce(sum(quantity::bigint * price_cents), 0)
        FROM order_lines
        WHERE order_id = changed
    )
    WHERE id = changed;
    RETURN NULL;
END;
$body$;

CREATE TRIGGER order_total
AFTER INSERT OR UPDATE OR DELETE ON order_lines
FOR EACH ROW EXECUTE FUNCTION keep_order_total();
