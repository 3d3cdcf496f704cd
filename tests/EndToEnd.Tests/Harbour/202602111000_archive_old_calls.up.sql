CREATE TABLE archived_calls (LIKE port_calls INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
CREATE PROCEDURE archive_calls(before timestamptz) LANGUAGE plpgsql AS $archive$
DECLARE
    moved integer;
BEGIN
    WITH gone AS (DELETE FROM port_calls WHERE left_at < before RETURNING *)
    INSERT INTO archived_calls SELECT * FROM gone;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RAISE NOTICE 'moved % calls; done', moved;
END;
$archive$;
CALL archive_calls('2026-01-01');
