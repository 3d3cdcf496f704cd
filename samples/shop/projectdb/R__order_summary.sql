-- Repeatable: applied again whenever this file changes, after the migrations.
CREATE OR REPLACE VIEW order_summary AS
SELECT
    orders.id,
    users.display_name AS customer,
    orders.status,
    round(orders.total_cents / 100.0, 2) AS total,
    (SELECT count(*) FROM order_lines WHERE order_lines.order_id = orders.id) AS lines
FROM orders
JOIN users ON users.id = orders.user_id;
