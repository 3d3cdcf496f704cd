-- drawbridge: transaction=off
-- drawbridge: lock-timeout=5s
ALTER TABLE IF EXISTS ONLY port.piers ADD COLUMN IF NOT EXISTS depth numeric(4, 1) NOT NULL DEFAULT 1.5, DROP COLUMN old CASCADE,
  ALTER COLUMN length TYPE double precision USING length::double precision, ADD CONSTRAINT deep CHECK (depth > 0) NOT VALID,
  ADD FOREIGN KEY (ship) REFERENCES ships (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, VALIDATE CONSTRAINT deep;
ALTER TABLE calls DETACH PARTITION calls_2025 CONCURRENTLY;
-- drawbridge: ignore rename-table nobody reads it
ALTER TABLE calls RENAME TO visits;
ALTER TYPE state ADD VALUE IF NOT EXISTS 'left' AFTER 'there';
CREATE INDEX CONCURRENTLY ON visits (ship) INCLUDE (arrived) WITH (fillfactor = 70) WHERE NOT gone;
REINDEX (VERBOSE, CONCURRENTLY) TABLE visits;
DROP INDEX CONCURRENTLY IF EXISTS a, b CASCADE;
VACUUM (FULL, ANALYZE) visits (ship);
ALTER SUBSCRIPTION s SET (failover, two_phase = off);
