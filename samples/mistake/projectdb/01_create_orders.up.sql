-- The same version as the other script's: 'validate' must refuse this folder. The repository's own workflow checks that.
CREATE TABLE orders (id bigint PRIMARY KEY);
