CREATE FUNCTION ship_fits_berth() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    IF NEW.berth_code IS NOT NULL AND (SELECT length_overall FROM ships WHERE id = NEW.ship_id)
        > (SELECT maximum_length FROM berths WHERE code = NEW.berth_code) THEN
        RAISE EXCEPTION ''ship % is too long for berth %;'', NEW.ship_id, NEW.berth_code;
    END IF;
    RETURN NEW;
END;
';
CREATE TRIGGER ship_fits_berth BEFORE INSERT OR UPDATE OF ship_id, berth_code ON port_calls
    FOR EACH ROW EXECUTE PROCEDURE ship_fits_berth();
