-- What sql-migrate 0.0~git20191213 (Debian 12) left in PostgreSQL 15 after its first migration, as pg_dump writes it.

CREATE TABLE public.a (
    id integer
);

CREATE TABLE public.gorp_migrations (
    id text NOT NULL,
    applied_at timestamp with time zone
);

INSERT INTO public.gorp_migrations VALUES ('1_a.sql', '2026-11-22 20:53:33.652735+00');

ALTER TABLE ONLY public.gorp_migrations
    ADD CONSTRAINT gorp_migrations_pkey PRIMARY KEY (id);

