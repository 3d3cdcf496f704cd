CREATE TABLE weather (
    station text NOT NULL,
    measured_at timestamptz NOT NULL,
    wind_knots real,
    wave_metres real
) PARTITION BY RANGE (measured_at);
CREATE TABLE weather_2026_01 PARTITION OF weather FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE weather_2026_02 PARTITION OF weather FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE weather_rest PARTITION OF weather DEFAULT;
CREATE INDEX weather_station ON weather (station, measured_at DESC);
