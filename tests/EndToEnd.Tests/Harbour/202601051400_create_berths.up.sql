CREATE TYPE berth_kind AS ENUM ('quay', 'buoy', 'dolphin');
CREATE TABLE berths (
    code text PRIMARY KEY,
    kind berth_kind NOT NULL,
    depth_metres numeric(4, 1) NOT NULL,
    closed boolean NOT NULL DEFAULT false
);
INSERT INTO berths (code, kind, depth_metres) VALUES ('A1', 'quay', 9.5), ('A2', 'quay', 11), ('B;1', 'buoy', 24);
