DROP TRIGGER order_total ON order_lines;
DROP FUNCTION keep_order_total();
