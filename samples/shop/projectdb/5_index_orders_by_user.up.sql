-- Alone in its script: PostgreSQL builds it beside running traffic, so it can't be part of a transaction.
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_user_id_idx ON orders (user_id, placed_at DESC);
