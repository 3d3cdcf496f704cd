CREATE FUNCTION price_of_call(wanted bigint) RETURNS bigint
LANGUAGE plpgsql STABLE
AS $function$
DECLARE
    metres numeric;
    arrival date;
    price bigint;
BEGIN
    SELECT ships.length_metres, port_calls.arrived_at::date INTO STRICT metres, arrival
    FROM port_calls JOIN ships ON ships.id = port_calls.ship_id
    WHERE port_calls.id = wanted;

    SELECT greatest(minimum_ore, (per_metre_ore * metres)::bigint) INTO price FROM tariffs WHERE valid @> arrival;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no tariff on %; add one', arrival USING ERRCODE = 'no_data_found';
    END IF;
    RETURN price;
END
$function$;
