CREATE MATERIALIZED VIEW weather_by_day AS
    SELECT station, date_trunc('day', measured_at, 'UTC') AS day, max(wind_knots) AS worst_wind
    FROM weather GROUP BY 1, 2
WITH NO DATA;
CREATE UNIQUE INDEX weather_by_day_key ON weather_by_day (station, day);
REFRESH MATERIALIZED VIEW weather_by_day;
