CREATE TABLE `cov_lag_audcad_audchf` AS SELECT interval_time, 100 + i AS val1 FROM (SELECT 0 AS i, TIMESTAMP '2025-01-01 00:00:00' AS interval_time UNION ALL SELECT 1 AS i, TIMESTAMP '2025-01-01 00:01:00' AS interval_time UNION ALL SELECT 2 AS i, TIMESTAMP '2025-01-01 00:02:00' AS interval_time UNION ALL SELECT 3 AS i, TIMESTAMP '2025-01-01 00:03:00' AS interval_time UNION ALL SELECT 4 AS i, TIMESTAMP '2025-01-01 00:04:00' AS interval_time) AS r;

CREATE TABLE `cov_agg_audcad_audchf` AS SELECT interval_time, 100 + i AS val1 FROM (SELECT 0 AS i, TIMESTAMP '2025-01-01 00:00:00' AS interval_time UNION ALL SELECT 1 AS i, TIMESTAMP '2025-01-01 00:01:00' AS interval_time UNION ALL SELECT 2 AS i, TIMESTAMP '2025-01-01 00:02:00' AS interval_time UNION ALL SELECT 3 AS i, TIMESTAMP '2025-01-01 00:03:00' AS interval_time UNION ALL SELECT 4 AS i, TIMESTAMP '2025-01-01 00:04:00' AS interval_time) AS r;

CREATE TABLE `cov_agg_bqx_audcad_audchf` AS SELECT interval_time, 100 + i AS val1 FROM (SELECT 0 AS i, TIMESTAMP '2025-01-01 00:00:00' AS interval_time UNION ALL SELECT 1 AS i, TIMESTAMP '2025-01-01 00:01:00' AS interval_time UNION ALL SELECT 2 AS i, TIMESTAMP '2025-01-01 00:02:00' AS interval_time UNION ALL SELECT 3 AS i, TIMESTAMP '2025-01-01 00:03:00' AS interval_time UNION ALL SELECT 4 AS i, TIMESTAMP '2025-01-01 00:04:00' AS interval_time) AS r;

SELECT table_name, CASE WHEN table_type IN ('VIEW', 'MATERIALIZED VIEW') THEN 'VIEW' ELSE 'BASE TABLE' END FROM `acme`.`raw`.INFORMATION_SCHEMA.TABLES;

SELECT table_name, '' FROM `acme`.`raw`.INFORMATION_SCHEMA.TABLES WHERE table_type IN ('EXTERNAL', 'SNAPSHOT');

SELECT table_name, CONCAT('CREATE VIEW v AS ', view_definition) FROM `acme`.`raw`.INFORMATION_SCHEMA.VIEWS;

SELECT 0, COUNT(*) FROM `cov_lag_audcad_audchf`;

SELECT table_name FROM (SELECT table_name, column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS) AS listed
WHERE (column_name = 'interval_time' OR (column_name = 'val1' AND (upper(data_type) LIKE '%INT' OR upper(data_type) IN
    ('INTEGER', 'DOUBLE', 'DOUBLE PRECISION', 'FLOAT', 'REAL', 'NUMERIC', 'INT64', 'FLOAT64', 'BIGNUMERIC')
    OR upper(data_type) LIKE 'DECIMAL%')))
GROUP BY table_name HAVING count(*) = 2;

SELECT 'cov_agg_audcad_audchf', count(*), APPROX_QUANTILES(ABS(v), 2)[OFFSET(1)] FROM (
  SELECT `val1` AS v, row_number() OVER (ORDER BY interval_time) AS n, count(*) OVER () AS total FROM `cov_agg_audcad_audchf`
  WHERE `val1` IS NOT NULL) AS numbered
WHERE mod(n, CAST(greatest(1, floor(total / 500.0)) AS INT64)) = 0 UNION ALL SELECT 'cov_lag_audcad_audchf', count(*), APPROX_QUANTILES(ABS(v), 2)[OFFSET(1)] FROM (
  SELECT `val1` AS v, row_number() OVER (ORDER BY interval_time) AS n, count(*) OVER () AS total FROM `cov_lag_audcad_audchf`
  WHERE `val1` IS NOT NULL) AS numbered
WHERE mod(n, CAST(greatest(1, floor(total / 500.0)) AS INT64)) = 0;

CREATE TABLE IF NOT EXISTS _muster_variant(table_name STRING, variant STRING, median FLOAT64,
row_count INT64, history STRING);

DELETE FROM _muster_variant WHERE table_name IN ('cov_agg_audcad_audchf', 'cov_lag_audcad_audchf');

INSERT INTO _muster_variant VALUES ('cov_agg_audcad_audchf', 'IDX', 102.0, 5, 'BQX'), ('cov_lag_audcad_audchf', 'IDX', 102.0, 5, 'IDX');

SELECT query FROM `region-EU`.INFORMATION_SCHEMA.JOBS_BY_PROJECT WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 30 DAY) AND query IS NOT NULL AND STRPOS(query, '*`') > 0;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_agg_audcad_audchf' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_agg_bqx_audcad_audchf' ORDER BY ordinal_position;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time, `interval_time`, `val1`))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time, `interval_time`, `val1`))) END AS BIGNUMERIC)), 0) FROM `cov_agg_audcad_audchf`;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time, `interval_time`, `val1`))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time, `interval_time`, `val1`))) END AS BIGNUMERIC)), 0) FROM `cov_agg_bqx_audcad_audchf`;

CREATE TABLE IF NOT EXISTS _muster_reverse(key STRING, seq INT64, kind STRING, old STRING, `new` STRING,
row_count INT64, columns STRING, state STRING);

CREATE TABLE IF NOT EXISTS _muster_grace(key STRING, view_name STRING, table_name STRING,
created TIMESTAMP, expires TIMESTAMP);

CREATE TABLE IF NOT EXISTS _muster_decision(key STRING, table_name STRING, question STRING);

CREATE TABLE IF NOT EXISTS _muster_before(key STRING, taken TIMESTAMP, tables INT64,
r1 INT64, r2 INT64, r3 INT64, r4 INT64, r5 INT64);

DELETE FROM _muster_decision WHERE key = 'run-1';

INSERT INTO _muster_decision VALUES ('run-1', 'cov_agg_audcad_audchf', 'cov_agg_bqx_audcad_audchf is taken by cov_agg_bqx_audcad_audchf: which copy is current? They are equal copies of 5 rows.');

INSERT INTO _muster_before SELECT 'run-1', TIMESTAMP '2025-12-14T09:00:00Z', 3, 0, 2, 2, 2, 2 FROM (SELECT 1 AS one) AS one WHERE NOT EXISTS (SELECT 1 FROM _muster_before WHERE key = 'run-1');

SELECT table_name, TO_HEX(MD5(STRING_AGG(CONCAT(column_name, ' ', data_type), ',' ORDER BY ordinal_position))) FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS GROUP BY table_name;

SELECT table_id, CONCAT(CAST(creation_time AS STRING), ' ', CAST(row_count AS STRING)) FROM `acme`.`raw`.`__TABLES__` WHERE type = 1;

SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = 'run-1';

INSERT INTO _muster_reverse VALUES ('run-1', 1, 'RENAMED', 'cov_lag_audcad_audchf', 'cov_lag_idx_audcad_audchf', 5, '8d3de70018ab79d2400f266c0d85a671', 'INTENDED');

SELECT view_name FROM _muster_grace WHERE key = 'run-1';

INSERT INTO _muster_grace VALUES ('run-1', 'cov_lag_audcad_audchf', 'cov_lag_idx_audcad_audchf', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z');

ALTER TABLE `cov_lag_audcad_audchf` RENAME TO `cov_lag_idx_audcad_audchf`;

CREATE VIEW `cov_lag_audcad_audchf` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-20T09:00:00Z') AS SELECT * FROM `acme`.`raw`.`cov_lag_idx_audcad_audchf`;

UPDATE _muster_reverse SET state = 'DONE' WHERE key = 'run-1' AND seq IN (1);

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'run-1' ORDER BY key, seq DESC;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND true ORDER BY key, seq DESC;

SELECT tables, r1, r2, r3, r4, r5 FROM _muster_before ORDER BY taken, key LIMIT 1;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND r.`new` <> '' AND NOT EXISTS (SELECT 1 FROM _muster_reverse AS l WHERE l.state = 'DONE' AND l.old = r.`new`
AND (l.key <> r.key OR l.seq > r.seq)) ORDER BY key, seq DESC;

SELECT 0, COUNT(*) FROM `cov_lag_idx_audcad_audchf`;

SELECT DISTINCT view_name, table_name FROM _muster_grace ORDER BY view_name;

SELECT count(*) FROM (SELECT * FROM `cov_lag_audcad_audchf` LIMIT 1) AS one;

SELECT view_name, table_name FROM _muster_grace WHERE expires <= TIMESTAMP '2026-01-13T09:00:00Z';

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_lag_idx_audcad_audchf' ORDER BY ordinal_position;

DROP VIEW `cov_lag_audcad_audchf`;

DELETE FROM _muster_grace WHERE view_name = 'cov_lag_audcad_audchf';

SELECT count(*), count(CASE WHEN expires <= TIMESTAMP '2026-01-13T09:00:00Z' THEN 1 END), coalesce(CAST(min(expires) AS STRING), 'none') FROM _muster_grace;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'run-1' ORDER BY key, seq DESC;

ALTER TABLE `cov_lag_idx_audcad_audchf` RENAME TO `cov_lag_audcad_audchf`;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'run-1' AND seq IN (1);

DELETE FROM _muster_grace WHERE key = 'run-1' AND view_name IN ('cov_lag_audcad_audchf');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'run-1' AND seq IN (1);

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'again' ORDER BY key, seq DESC;

DELETE FROM _muster_decision WHERE key = 'again';

INSERT INTO _muster_decision VALUES ('again', 'cov_agg_audcad_audchf', 'cov_agg_bqx_audcad_audchf is taken by cov_agg_bqx_audcad_audchf: which copy is current? They are equal copies of 5 rows.');

INSERT INTO _muster_before SELECT 'again', TIMESTAMP '2025-12-14T09:00:00Z', 3, 0, 2, 2, 2, 2 FROM (SELECT 1 AS one) AS one WHERE NOT EXISTS (SELECT 1 FROM _muster_before WHERE key = 'again');

SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = 'again';

INSERT INTO _muster_reverse VALUES ('again', 1, 'RENAMED', 'cov_lag_audcad_audchf', 'cov_lag_idx_audcad_audchf', 5, '8d3de70018ab79d2400f266c0d85a671', 'INTENDED');

SELECT view_name FROM _muster_grace WHERE key = 'again';

INSERT INTO _muster_grace VALUES ('again', 'cov_lag_audcad_audchf', 'cov_lag_idx_audcad_audchf', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z');

UPDATE _muster_reverse SET state = 'DONE' WHERE key = 'again' AND seq IN (1);

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'again' ORDER BY key, seq DESC;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'again' AND seq IN (1);

DELETE FROM _muster_grace WHERE key = 'again' AND view_name IN ('cov_lag_audcad_audchf');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'again' AND seq IN (1);

SELECT table_id, row_count, size_bytes FROM `acme`.`raw`.`__TABLES__` WHERE type = 1;

CREATE TABLE IF NOT EXISTS _muster_cost(key STRING, what STRING, day STRING, bytes INT64,
billed INT64, usd DECIMAL(18, 4), price STRING);

SELECT coalesce(sum(usd), 0) FROM _muster_cost WHERE day = '2025-12-14';
