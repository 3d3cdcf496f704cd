CREATE FUNCTION touch_updated_at() RETURNS trigger AS $$
BEGIN
    NEW.updated_at := now(); -- a semicolon; in a comment
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER ships_touch BEFORE UPDATE ON ships FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER port_calls_touch BEFORE UPDATE ON port_calls FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch_updated_at();
