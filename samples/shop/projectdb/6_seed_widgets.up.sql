INSERT INTO users (email, display_name) VALUES
    ('ada@example.com', 'Ada; first of the house'),
    ('grace@example.com', 'Grace');

INSERT INTO widgets (sku, name, price_cents, added_by)
SELECT seed.sku, seed.name, seed.price_cents, users.id
FROM users
CROSS JOIN (VALUES
    ('CRK-001', 'Crank', 1250),
    ('CHN-010', 'Chain, 10 m', 4900),
    ('WNC-100', 'Winch', 18900)
) AS seed (sku, name, price_cents)
WHERE users.email = 'ada@example.com';

INSERT INTO orders (user_id) SELECT id FROM users WHERE email = 'grace@example.com';

INSERT INTO order_lines (order_id, widget_id, quantity, price_cents)
SELECT orders.id, widgets.id, 2, widgets.price_cents
FROM orders CROSS JOIN widgets
WHERE widgets.sku <> 'WNC-100';
