ALTER TYPE cargo_kind ADD VALUE 'roro' AFTER 'container';
