DROP DATABASE projectdb;
