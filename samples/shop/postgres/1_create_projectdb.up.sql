-- The root database is reached before any other exists: its scripts create the others.
CREATE DATABASE projectdb;
