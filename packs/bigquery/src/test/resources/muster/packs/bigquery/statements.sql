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

SELECT count(*) FROM (SELECT table_name, CASE WHEN table_type IN ('VIEW', 'MATERIALIZED VIEW') THEN 'VIEW' ELSE 'BASE TABLE' END FROM `acme`.`raw`.INFORMATION_SCHEMA.TABLES) AS listed WHERE table_name = '_muster_reverse';

SELECT query FROM `region-EU`.INFORMATION_SCHEMA.JOBS WHERE creation_time > TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 30 DAY) AND query IS NOT NULL AND STRPOS(query, '*`') > 0;

SELECT table_name, TO_HEX(MD5(STRING_AGG(CONCAT(column_name, ' ', data_type), ',' ORDER BY ordinal_position))) FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS GROUP BY table_name;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_agg_audcad_audchf' ORDER BY ordinal_position;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `val1` AS f1))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `val1` AS f1))) END AS BIGNUMERIC)), 0) FROM `cov_agg_audcad_audchf` UNION ALL SELECT 1, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `val1` AS f1))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `val1` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `val1` AS f1))) END AS BIGNUMERIC)), 0) FROM `cov_agg_bqx_audcad_audchf`;

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

SELECT /* muster */ count(*) FROM (SELECT * FROM `cov_lag_audcad_audchf` LIMIT 1) AS one;

SELECT view_name, table_name, CAST(created AS STRING), CAST(expires AS STRING),
CASE WHEN expires <= TIMESTAMP '2026-01-13T09:00:00Z' THEN 1 ELSE 0 END FROM _muster_grace ORDER BY expires, view_name;

SELECT '`region-EU`.INFORMATION_SCHEMA.JOBS';

SELECT query, user_email, COUNT(*), MAX(creation_time), tables FROM (SELECT query, user_email, creation_time, CASE WHEN ARRAY_LENGTH(referenced_tables) > 0 THEN COALESCE((SELECT STRING_AGG(r.table_id, ',') FROM UNNEST(referenced_tables) AS r WHERE r.project_id = 'acme' AND r.dataset_id = 'raw'), '') END AS tables FROM `region-EU`.INFORMATION_SCHEMA.JOBS WHERE creation_time >= TIMESTAMP '2025-12-30T09:00:00Z' AND job_type = 'QUERY' AND COALESCE(statement_type, '') <> 'SCRIPT' AND NOT STARTS_WITH(job_id, 'muster_')) AS jobs WHERE query IS NOT NULL AND COALESCE(tables, '?') <> '' GROUP BY query, user_email, tables;

DROP VIEW `cov_lag_audcad_audchf`;

DELETE FROM _muster_grace WHERE view_name = 'cov_lag_audcad_audchf';

SELECT count(*) FROM _muster_grace WHERE expires > TIMESTAMP '2026-01-13T09:00:00Z' AND expires <= TIMESTAMP '2026-01-20T09:00:00Z';

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'run-1' ORDER BY key, seq DESC;

ALTER TABLE `cov_lag_idx_audcad_audchf` RENAME TO `cov_lag_audcad_audchf`;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'run-1' AND seq BETWEEN 1 AND 1;

DELETE FROM _muster_grace WHERE key = 'run-1' AND view_name IN ('cov_lag_audcad_audchf');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'run-1' AND seq BETWEEN 1 AND 1;

SELECT count(*) FROM (SELECT table_name, CASE WHEN table_type IN ('VIEW', 'MATERIALIZED VIEW') THEN 'VIEW' ELSE 'BASE TABLE' END FROM `acme`.`raw`.INFORMATION_SCHEMA.TABLES) AS listed WHERE table_name = '_muster_decision';

SELECT table_name, question FROM _muster_decision WHERE key = 'run-1' ORDER BY table_name;

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

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'again' AND seq BETWEEN 1 AND 1;

DELETE FROM _muster_grace WHERE key = 'again' AND view_name IN ('cov_lag_audcad_audchf');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'again' AND seq BETWEEN 1 AND 1;

SELECT table_name, question FROM _muster_decision WHERE key = 'again' ORDER BY table_name;

CREATE TABLE IF NOT EXISTS _muster_closed(key STRING, table_name STRING, question STRING,
closed TIMESTAMP, why STRING);

INSERT INTO _muster_closed SELECT key, table_name, question, TIMESTAMP '2025-12-14T09:00:00Z', 'superseded by the rollback' FROM _muster_decision WHERE key = 'again';

SELECT table_id, row_count, size_bytes FROM `acme`.`raw`.`__TABLES__` WHERE type = 1;

CREATE TABLE IF NOT EXISTS _muster_cost(key STRING, what STRING, spent TIMESTAMP, objects INT64,
row_count INT64, bytes INT64, billed INT64, milliseconds INT64, usd DECIMAL(18, 4), price STRING);

SELECT coalesce(sum(objects), 0), coalesce(sum(row_count), 0), coalesce(sum(bytes), 0),
coalesce(sum(milliseconds), 0), coalesce(sum(usd), 0) FROM _muster_cost
WHERE spent >= TIMESTAMP '2025-12-14T00:00:00Z' AND spent < TIMESTAMP '2025-12-15T00:00:00Z';

SELECT COALESCE(SUM(total_bytes_billed), 0) FROM `region-EU`.INFORMATION_SCHEMA.JOBS WHERE creation_time >= TIMESTAMP '2025-12-01T00:00:00Z' AND job_type = 'QUERY' AND COALESCE(statement_type, '') <> 'SCRIPT' AND reservation_id IS NULL;

SELECT table_name, column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS;

SELECT 0, COUNT(*) FROM `cov_agg_audcad_audchf` UNION ALL SELECT 1, COUNT(*) FROM `cov_agg_bqx_audcad_audchf` UNION ALL SELECT 2, COUNT(*) FROM `cov_lag_audcad_audchf`;

SELECT CONCAT(CAST(creation_time AS STRING), ' ', CAST(last_modified_time AS STRING)) FROM `acme`.`raw`.`__TABLES__` WHERE table_id = 'cov_agg_audcad_audchf';

SELECT * FROM `cov_agg_audcad_audchf` ORDER BY `interval_time`;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_agg_bqx_audcad_audchf' ORDER BY ordinal_position;

SELECT CONCAT(CAST(creation_time AS STRING), ' ', CAST(last_modified_time AS STRING)) FROM `acme`.`raw`.`__TABLES__` WHERE table_id = 'cov_agg_bqx_audcad_audchf';

SELECT * FROM `cov_agg_bqx_audcad_audchf` ORDER BY `interval_time`;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'cov_lag_audcad_audchf' ORDER BY ordinal_position;

SELECT CONCAT(CAST(creation_time AS STRING), ' ', CAST(last_modified_time AS STRING)) FROM `acme`.`raw`.`__TABLES__` WHERE table_id = 'cov_lag_audcad_audchf';

SELECT * FROM `cov_lag_audcad_audchf` ORDER BY `interval_time`;

CREATE TABLE lag_idx_eurusd_w45 AS SELECT interval_time, 100 + i AS sma_45, i * 2 AS a, CAST(i AS FLOAT64) / 3 AS c45 FROM (SELECT 0 AS i, TIMESTAMP '2025-01-01 00:00:00' AS interval_time UNION ALL SELECT 1 AS i, TIMESTAMP '2025-01-01 00:01:00' AS interval_time UNION ALL SELECT 2 AS i, TIMESTAMP '2025-01-01 00:02:00' AS interval_time UNION ALL SELECT 3 AS i, TIMESTAMP '2025-01-01 00:03:00' AS interval_time UNION ALL SELECT 4 AS i, TIMESTAMP '2025-01-01 00:04:00' AS interval_time UNION ALL SELECT 5 AS i, TIMESTAMP '2025-01-01 00:05:00' AS interval_time UNION ALL SELECT 6 AS i, TIMESTAMP '2025-01-01 00:06:00' AS interval_time UNION ALL SELECT 7 AS i, TIMESTAMP '2025-01-01 00:07:00' AS interval_time UNION ALL SELECT 8 AS i, TIMESTAMP '2025-01-01 00:08:00' AS interval_time UNION ALL SELECT 9 AS i, TIMESTAMP '2025-01-01 00:09:00' AS interval_time UNION ALL SELECT 10 AS i, TIMESTAMP '2025-01-01 00:10:00' AS interval_time UNION ALL SELECT 11 AS i, TIMESTAMP '2025-01-01 00:11:00' AS interval_time UNION ALL SELECT 12 AS i, TIMESTAMP '2025-01-01 00:12:00' AS interval_time UNION ALL SELECT 13 AS i, TIMESTAMP '2025-01-01 00:13:00' AS interval_time UNION ALL SELECT 14 AS i, TIMESTAMP '2025-01-01 00:14:00' AS interval_time UNION ALL SELECT 15 AS i, TIMESTAMP '2025-01-01 00:15:00' AS interval_time UNION ALL SELECT 16 AS i, TIMESTAMP '2025-01-01 00:16:00' AS interval_time UNION ALL SELECT 17 AS i, TIMESTAMP '2025-01-01 00:17:00' AS interval_time UNION ALL SELECT 18 AS i, TIMESTAMP '2025-01-01 00:18:00' AS interval_time UNION ALL SELECT 19 AS i, TIMESTAMP '2025-01-01 00:19:00' AS interval_time) AS r;

CREATE TABLE lag_idx_eurusd_w90 AS SELECT interval_time, 100 + i AS sma_90, i * 2 AS b, CAST(i AS FLOAT64) / 3 AS c90 FROM (SELECT 5 AS i, TIMESTAMP '2025-01-01 00:05:00' AS interval_time UNION ALL SELECT 6 AS i, TIMESTAMP '2025-01-01 00:06:00' AS interval_time UNION ALL SELECT 7 AS i, TIMESTAMP '2025-01-01 00:07:00' AS interval_time UNION ALL SELECT 8 AS i, TIMESTAMP '2025-01-01 00:08:00' AS interval_time UNION ALL SELECT 9 AS i, TIMESTAMP '2025-01-01 00:09:00' AS interval_time UNION ALL SELECT 10 AS i, TIMESTAMP '2025-01-01 00:10:00' AS interval_time UNION ALL SELECT 11 AS i, TIMESTAMP '2025-01-01 00:11:00' AS interval_time UNION ALL SELECT 12 AS i, TIMESTAMP '2025-01-01 00:12:00' AS interval_time UNION ALL SELECT 13 AS i, TIMESTAMP '2025-01-01 00:13:00' AS interval_time UNION ALL SELECT 14 AS i, TIMESTAMP '2025-01-01 00:14:00' AS interval_time UNION ALL SELECT 15 AS i, TIMESTAMP '2025-01-01 00:15:00' AS interval_time UNION ALL SELECT 16 AS i, TIMESTAMP '2025-01-01 00:16:00' AS interval_time UNION ALL SELECT 17 AS i, TIMESTAMP '2025-01-01 00:17:00' AS interval_time UNION ALL SELECT 18 AS i, TIMESTAMP '2025-01-01 00:18:00' AS interval_time UNION ALL SELECT 19 AS i, TIMESTAMP '2025-01-01 00:19:00' AS interval_time) AS r;

CREATE TABLE lag_eurusd_45 AS SELECT * FROM lag_idx_eurusd_w45;

CREATE TABLE lag_eurusd_90 AS SELECT * FROM lag_idx_eurusd_w90;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'c' ORDER BY key, seq DESC;

DELETE FROM _muster_decision WHERE key = 'c';

INSERT INTO _muster_before SELECT 'c', TIMESTAMP '2025-12-14T09:00:00Z', 4, 0, 4, 2, 4, 4 FROM (SELECT 1 AS one) AS one WHERE NOT EXISTS (SELECT 1 FROM _muster_before WHERE key = 'c');

DROP TABLE IF EXISTS `_muster_aside_lag_idx_eurusd`;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'lag_idx_eurusd_w45' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'lag_idx_eurusd_w90' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'lag_eurusd_45' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'lag_eurusd_90' ORDER BY ordinal_position;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `interval_time` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END AS BIGNUMERIC)), 0) FROM `lag_idx_eurusd_w45` UNION ALL SELECT 1, count(*), count(interval_time), COUNT(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `interval_time` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END AS BIGNUMERIC)), 0) FROM `lag_idx_eurusd_w90` UNION ALL SELECT 2, count(*), count(interval_time), COUNT(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `interval_time` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END AS BIGNUMERIC)), 0) FROM `lag_eurusd_45` UNION ALL SELECT 3, count(*), count(interval_time), COUNT(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `interval_time` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END AS BIGNUMERIC)), 0) FROM `lag_eurusd_90`;

SELECT count(*), COUNT(CASE WHEN interval_time IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN interval_time IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, interval_time AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN interval_time IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, interval_time AS f0))) END AS BIGNUMERIC)), 0), coalesce(sum(CASE WHEN n0 > 1 THEN n0 - 1 END), 0), coalesce(sum(CASE WHEN n1 > 1 THEN n1 - 1 END), 0) FROM (SELECT interval_time, count(CASE WHEN place = 0 THEN 1 END) AS n0, count(CASE WHEN place = 1 THEN 1 END) AS n1 FROM (SELECT interval_time, 0 AS place FROM `lag_idx_eurusd_w45` UNION ALL SELECT interval_time, 1 AS place FROM `lag_idx_eurusd_w90`) AS listed WHERE interval_time IS NOT NULL
GROUP BY interval_time) AS united;

CREATE TABLE `_muster_aside_lag_idx_eurusd` AS SELECT interval_time, `lag_idx_eurusd_w45`.`sma_45` AS `sma_45`, `lag_idx_eurusd_w45`.`a` AS `a`, `lag_idx_eurusd_w45`.`c45` AS `c45`, `lag_idx_eurusd_w90`.`sma_90` AS `sma_90`, `lag_idx_eurusd_w90`.`b` AS `b`, `lag_idx_eurusd_w90`.`c90` AS `c90` FROM `lag_idx_eurusd_w45` FULL OUTER JOIN `lag_idx_eurusd_w90` USING (interval_time) ORDER BY interval_time;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_aside_lag_idx_eurusd' ORDER BY ordinal_position;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_45` AS f0, `a` AS f1, `c45` AS f2))) END AS BIGNUMERIC)), 0), COUNT(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END), 0), COALESCE(SUM(CAST(CASE WHEN `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `sma_90` AS f0, `b` AS f1, `c90` AS f2))) END AS BIGNUMERIC)), 0) FROM `_muster_aside_lag_idx_eurusd`;

SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = 'c';

INSERT INTO _muster_reverse VALUES ('c', 1, 'CREATED', '', 'lag_idx_eurusd', 20, '6a1095a603d788d7d1b81d45a222d537', 'INTENDED'), ('c', 2, 'KEPT', 'lag_idx_eurusd_w45', '_muster_kept_lag_idx_eurusd_w45', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('c', 3, 'KEPT', 'lag_idx_eurusd_w90', '_muster_kept_lag_idx_eurusd_w90', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED'), ('c', 4, 'KEPT', 'lag_eurusd_45', '_muster_kept_lag_eurusd_45', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('c', 5, 'KEPT', 'lag_eurusd_90', '_muster_kept_lag_eurusd_90', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED');

SELECT view_name FROM _muster_grace WHERE key = 'c';

INSERT INTO _muster_grace VALUES ('c', 'lag_idx_eurusd_w45', '_muster_kept_lag_idx_eurusd_w45', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z'), ('c', 'lag_idx_eurusd_w90', '_muster_kept_lag_idx_eurusd_w90', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z'), ('c', 'lag_eurusd_45', '_muster_kept_lag_eurusd_45', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z'), ('c', 'lag_eurusd_90', '_muster_kept_lag_eurusd_90', TIMESTAMP '2025-12-14T09:00:00Z', TIMESTAMP '2026-01-13T09:00:00Z');

ALTER TABLE `_muster_aside_lag_idx_eurusd` RENAME TO `lag_idx_eurusd`;

ALTER TABLE `lag_idx_eurusd_w45` RENAME TO `_muster_kept_lag_idx_eurusd_w45`;

CREATE VIEW `lag_idx_eurusd_w45` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-20T09:00:00Z') AS SELECT * FROM `acme`.`raw`.`_muster_kept_lag_idx_eurusd_w45`;

ALTER TABLE `lag_idx_eurusd_w90` RENAME TO `_muster_kept_lag_idx_eurusd_w90`;

CREATE VIEW `lag_idx_eurusd_w90` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-20T09:00:00Z') AS SELECT * FROM `acme`.`raw`.`_muster_kept_lag_idx_eurusd_w90`;

ALTER TABLE `lag_eurusd_45` RENAME TO `_muster_kept_lag_eurusd_45`;

CREATE VIEW `lag_eurusd_45` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-20T09:00:00Z') AS SELECT * FROM `acme`.`raw`.`_muster_kept_lag_eurusd_45`;

ALTER TABLE `lag_eurusd_90` RENAME TO `_muster_kept_lag_eurusd_90`;

CREATE VIEW `lag_eurusd_90` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-20T09:00:00Z') AS SELECT * FROM `acme`.`raw`.`_muster_kept_lag_eurusd_90`;

UPDATE _muster_reverse SET state = 'DONE' WHERE key = 'c' AND seq IN (1, 2, 3, 4, 5);

INSERT INTO _muster_cost VALUES ('c', 'lag_idx_eurusd', TIMESTAMP '2025-12-14T09:00:00Z', 5, 70, 7120, 146800640, 0, 0.0009, 'bigquery-on-demand');

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'c' AND `new` IN ('lag_idx_eurusd', '_muster_kept_lag_idx_eurusd_w45', '_muster_kept_lag_idx_eurusd_w90', '_muster_kept_lag_eurusd_45', '_muster_kept_lag_eurusd_90') ORDER BY key, seq DESC;

(SELECT 1 FROM `lag_idx_eurusd_w45` LIMIT 0) UNION ALL (SELECT 1 FROM `lag_idx_eurusd_w90` LIMIT 0) UNION ALL (SELECT 1 FROM `lag_eurusd_45` LIMIT 0) UNION ALL (SELECT 1 FROM `lag_eurusd_90` LIMIT 0);

SELECT 0, COUNT(*) FROM `_muster_kept_lag_eurusd_90` UNION ALL SELECT 1, COUNT(*) FROM `_muster_kept_lag_eurusd_45` UNION ALL SELECT 2, COUNT(*) FROM `_muster_kept_lag_idx_eurusd_w90` UNION ALL SELECT 3, COUNT(*) FROM `_muster_kept_lag_idx_eurusd_w45` UNION ALL SELECT 4, COUNT(*) FROM `lag_idx_eurusd`;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'c' ORDER BY key, seq DESC;

SELECT coalesce(sum(usd), 0) FROM _muster_cost WHERE what = 'lag_idx_eurusd';

SELECT /* muster */ count(*) FROM (SELECT * FROM `lag_eurusd_45` LIMIT 1) AS one UNION ALL SELECT /* muster */ count(*) FROM (SELECT * FROM `lag_eurusd_90` LIMIT 1) AS one UNION ALL SELECT /* muster */ count(*) FROM (SELECT * FROM `lag_idx_eurusd_w45` LIMIT 1) AS one UNION ALL SELECT /* muster */ count(*) FROM (SELECT * FROM `lag_idx_eurusd_w90` LIMIT 1) AS one;

SELECT count(*) FROM _muster_decision;

SELECT count(*) FROM _muster_grace WHERE expires <= TIMESTAMP '2025-12-14T09:00:00Z';

SELECT * FROM _muster_before;

SELECT old, `new`, row_count, columns FROM _muster_reverse WHERE state = 'DONE' AND kind = 'RENAMED';

SELECT old, `new`, row_count, columns FROM _muster_reverse WHERE state = 'DONE' AND kind = 'KEPT';

SELECT old, `new`, row_count, columns FROM _muster_reverse WHERE state = 'DONE' AND kind = 'CREATED';

SELECT old, `new`, row_count, columns FROM _muster_reverse WHERE state = 'DONE' AND kind = 'DROPPED';

SELECT view_name, table_name, expires FROM _muster_grace;

SELECT table_name, question FROM _muster_decision;

SELECT `new` FROM _muster_reverse AS r WHERE state = 'DONE' AND r.`new` <> '' AND NOT EXISTS (SELECT 1 FROM _muster_reverse AS l WHERE l.state = 'DONE' AND l.old = r.`new`
AND (l.key <> r.key OR l.seq > r.seq)) ORDER BY `new`;

SELECT 0, COUNT(*) FROM `_muster_kept_lag_eurusd_45` UNION ALL SELECT 1, COUNT(*) FROM `_muster_kept_lag_eurusd_90` UNION ALL SELECT 2, COUNT(*) FROM `_muster_kept_lag_idx_eurusd_w45` UNION ALL SELECT 3, COUNT(*) FROM `_muster_kept_lag_idx_eurusd_w90` UNION ALL SELECT 4, COUNT(*) FROM `lag_idx_eurusd`;

SELECT spent, what, objects, row_count, bytes, billed, milliseconds, usd, price FROM _muster_cost;

SELECT view_name, table_name, CAST(created AS STRING), CAST(expires AS STRING),
CASE WHEN expires <= TIMESTAMP '2026-02-01T00:00:00Z' THEN 1 ELSE 0 END FROM _muster_grace ORDER BY expires, view_name;

SELECT query, user_email, COUNT(*), MAX(creation_time), tables FROM (SELECT query, user_email, creation_time, CASE WHEN ARRAY_LENGTH(referenced_tables) > 0 THEN COALESCE((SELECT STRING_AGG(r.table_id, ',') FROM UNNEST(referenced_tables) AS r WHERE r.project_id = 'acme' AND r.dataset_id = 'raw'), '') END AS tables FROM `region-EU`.INFORMATION_SCHEMA.JOBS WHERE creation_time >= TIMESTAMP '2026-01-18T00:00:00Z' AND job_type = 'QUERY' AND COALESCE(statement_type, '') <> 'SCRIPT' AND NOT STARTS_WITH(job_id, 'muster_')) AS jobs WHERE query IS NOT NULL AND COALESCE(tables, '?') <> '' GROUP BY query, user_email, tables;

DROP VIEW `lag_eurusd_45`;

DELETE FROM _muster_grace WHERE view_name = 'lag_eurusd_45';

DROP VIEW `lag_eurusd_90`;

DELETE FROM _muster_grace WHERE view_name = 'lag_eurusd_90';

DROP VIEW `lag_idx_eurusd_w45`;

DELETE FROM _muster_grace WHERE view_name = 'lag_idx_eurusd_w45';

DROP VIEW `lag_idx_eurusd_w90`;

DELETE FROM _muster_grace WHERE view_name = 'lag_idx_eurusd_w90';

SELECT count(*) FROM _muster_grace WHERE expires > TIMESTAMP '2026-02-01T00:00:00Z' AND expires <= TIMESTAMP '2026-02-08T00:00:00Z';

CREATE TABLE IF NOT EXISTS _muster_dropped(key STRING, name STRING, query STRING,
columns STRING, print STRING);

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'd' ORDER BY key, seq DESC;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_kept_lag_idx_eurusd_w45' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_kept_lag_idx_eurusd_w90' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_kept_lag_eurusd_45' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_kept_lag_eurusd_90' ORDER BY ordinal_position;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'lag_idx_eurusd' ORDER BY ordinal_position;

CREATE OR REPLACE VIEW _muster_recipe_7f79ca642850 AS SELECT `interval_time` AS `interval_time`, `sma_45` AS `sma_45`, `a` AS `a`, `c45` AS `c45` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL ORDER BY interval_time;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_recipe_7f79ca642850' ORDER BY ordinal_position;

DROP VIEW _muster_recipe_7f79ca642850;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END AS BIGNUMERIC)), 0) FROM (SELECT `interval_time` AS `interval_time`, `sma_45` AS `sma_45`, `a` AS `a`, `c45` AS `c45` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL ORDER BY interval_time) AS rows_of_query;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END AS BIGNUMERIC)), 0) FROM `_muster_kept_lag_idx_eurusd_w45`;

CREATE OR REPLACE VIEW _muster_recipe_cee0d8c59b36 AS SELECT `interval_time` AS `interval_time`, `sma_90` AS `sma_90`, `b` AS `b`, `c90` AS `c90` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL ORDER BY interval_time;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_recipe_cee0d8c59b36' ORDER BY ordinal_position;

DROP VIEW _muster_recipe_cee0d8c59b36;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END AS BIGNUMERIC)), 0) FROM (SELECT `interval_time` AS `interval_time`, `sma_90` AS `sma_90`, `b` AS `b`, `c90` AS `c90` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL ORDER BY interval_time) AS rows_of_query;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END AS BIGNUMERIC)), 0) FROM `_muster_kept_lag_idx_eurusd_w90`;

CREATE OR REPLACE VIEW _muster_recipe_7d2e82362db2 AS SELECT `interval_time` AS `interval_time`, `sma_45` AS `sma_45`, `a` AS `a`, `c45` AS `c45` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL ORDER BY interval_time;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_recipe_7d2e82362db2' ORDER BY ordinal_position;

DROP VIEW _muster_recipe_7d2e82362db2;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_45` AS f1, `a` AS f2, `c45` AS f3))) END AS BIGNUMERIC)), 0) FROM `_muster_kept_lag_eurusd_45`;

CREATE OR REPLACE VIEW _muster_recipe_cd75fc8fb8f5 AS SELECT `interval_time` AS `interval_time`, `sma_90` AS `sma_90`, `b` AS `b`, `c90` AS `c90` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL ORDER BY interval_time;

SELECT column_name, data_type FROM `acme`.`raw`.INFORMATION_SCHEMA.COLUMNS WHERE table_name = '_muster_recipe_cd75fc8fb8f5' ORDER BY ordinal_position;

DROP VIEW _muster_recipe_cd75fc8fb8f5;

SELECT 0, count(*), count(interval_time), COUNT(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN 1 END), COALESCE(BIT_XOR(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END), 0), COALESCE(SUM(CAST(CASE WHEN `interval_time` IS NOT NULL OR `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL THEN FARM_FINGERPRINT(TO_JSON_STRING(STRUCT(interval_time AS k, `interval_time` AS f0, `sma_90` AS f1, `b` AS f2, `c90` AS f3))) END AS BIGNUMERIC)), 0) FROM `_muster_kept_lag_eurusd_90`;

DELETE FROM _muster_dropped WHERE key = 'd' AND name = '_muster_kept_lag_idx_eurusd_w45';

INSERT INTO _muster_dropped VALUES ('d', '_muster_kept_lag_idx_eurusd_w45', 'SELECT "interval_time" AS "interval_time", "sma_45" AS "sma_45", "a" AS "a", "c45" AS "c45" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_45" IS NOT NULL OR "a" IS NOT NULL OR "c45" IS NOT NULL ORDER BY interval_time', 'interval_timesma_45ac45', '20 20 {row=[20, 1402031998566692742, 91633335726509339448]}');

DELETE FROM _muster_dropped WHERE key = 'd' AND name = '_muster_kept_lag_idx_eurusd_w90';

INSERT INTO _muster_dropped VALUES ('d', '_muster_kept_lag_idx_eurusd_w90', 'SELECT "interval_time" AS "interval_time", "sma_90" AS "sma_90", "b" AS "b", "c90" AS "c90" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_90" IS NOT NULL OR "b" IS NOT NULL OR "c90" IS NOT NULL ORDER BY interval_time', 'interval_timesma_90bc90', '15 15 {row=[15, 8908740240868542095, 76461225000253656881]}');

DELETE FROM _muster_dropped WHERE key = 'd' AND name = '_muster_kept_lag_eurusd_45';

INSERT INTO _muster_dropped VALUES ('d', '_muster_kept_lag_eurusd_45', 'SELECT "interval_time" AS "interval_time", "sma_45" AS "sma_45", "a" AS "a", "c45" AS "c45" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_45" IS NOT NULL OR "a" IS NOT NULL OR "c45" IS NOT NULL ORDER BY interval_time', 'interval_timesma_45ac45', '20 20 {row=[20, 1402031998566692742, 91633335726509339448]}');

DELETE FROM _muster_dropped WHERE key = 'd' AND name = '_muster_kept_lag_eurusd_90';

INSERT INTO _muster_dropped VALUES ('d', '_muster_kept_lag_eurusd_90', 'SELECT "interval_time" AS "interval_time", "sma_90" AS "sma_90", "b" AS "b", "c90" AS "c90" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_90" IS NOT NULL OR "b" IS NOT NULL OR "c90" IS NOT NULL ORDER BY interval_time', 'interval_timesma_90bc90', '15 15 {row=[15, 8908740240868542095, 76461225000253656881]}');

SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = 'd';

INSERT INTO _muster_reverse VALUES ('d', 1, 'DROPPED', '_muster_kept_lag_idx_eurusd_w45', '', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('d', 2, 'DROPPED', '_muster_kept_lag_idx_eurusd_w90', '', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED'), ('d', 3, 'DROPPED', '_muster_kept_lag_eurusd_45', '', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('d', 4, 'DROPPED', '_muster_kept_lag_eurusd_90', '', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED');

DROP SNAPSHOT TABLE IF EXISTS `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w45`;

CREATE SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w45` CLONE `_muster_kept_lag_idx_eurusd_w45` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-13T09:00:00Z');

DROP TABLE IF EXISTS `_muster_kept_lag_idx_eurusd_w45`;

DROP SNAPSHOT TABLE IF EXISTS `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w90`;

CREATE SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w90` CLONE `_muster_kept_lag_idx_eurusd_w90` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-13T09:00:00Z');

DROP TABLE IF EXISTS `_muster_kept_lag_idx_eurusd_w90`;

DROP SNAPSHOT TABLE IF EXISTS `_muster_snapshot_of__muster_kept_lag_eurusd_45`;

CREATE SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_eurusd_45` CLONE `_muster_kept_lag_eurusd_45` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-13T09:00:00Z');

DROP TABLE IF EXISTS `_muster_kept_lag_eurusd_45`;

DROP SNAPSHOT TABLE IF EXISTS `_muster_snapshot_of__muster_kept_lag_eurusd_90`;

CREATE SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_eurusd_90` CLONE `_muster_kept_lag_eurusd_90` OPTIONS(expiration_timestamp = TIMESTAMP '2026-01-13T09:00:00Z');

DROP TABLE IF EXISTS `_muster_kept_lag_eurusd_90`;

UPDATE _muster_reverse SET state = 'DONE' WHERE key = 'd' AND seq IN (1, 2, 3, 4);

DELETE FROM _muster_decision WHERE key = 'd';

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'd' ORDER BY key, seq DESC;

SELECT 0, COUNT(*) FROM `lag_idx_eurusd`;

SELECT name, query, columns, print FROM _muster_dropped WHERE key = 'd';

CREATE TABLE `_muster_kept_lag_eurusd_90` CLONE `_muster_snapshot_of__muster_kept_lag_eurusd_90`;

DROP SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_eurusd_90`;

CREATE TABLE `_muster_kept_lag_eurusd_45` CLONE `_muster_snapshot_of__muster_kept_lag_eurusd_45`;

DROP SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_eurusd_45`;

CREATE TABLE `_muster_kept_lag_idx_eurusd_w90` CLONE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w90`;

DROP SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w90`;

CREATE TABLE `_muster_kept_lag_idx_eurusd_w45` CLONE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w45`;

DROP SNAPSHOT TABLE `_muster_snapshot_of__muster_kept_lag_idx_eurusd_w45`;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'd' AND seq BETWEEN 1 AND 4;

DELETE FROM _muster_grace WHERE key = 'd' AND view_name IN ('_muster_kept_lag_eurusd_90', '_muster_kept_lag_eurusd_45', '_muster_kept_lag_idx_eurusd_w90', '_muster_kept_lag_idx_eurusd_w45');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'd' AND seq BETWEEN 1 AND 4;

SELECT table_name, question FROM _muster_decision WHERE key = 'd' ORDER BY table_name;

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'INTENDED' AND key = 'd2' ORDER BY key, seq DESC;

DELETE FROM _muster_dropped WHERE key = 'd2' AND name = '_muster_kept_lag_idx_eurusd_w45';

INSERT INTO _muster_dropped VALUES ('d2', '_muster_kept_lag_idx_eurusd_w45', 'SELECT "interval_time" AS "interval_time", "sma_45" AS "sma_45", "a" AS "a", "c45" AS "c45" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_45" IS NOT NULL OR "a" IS NOT NULL OR "c45" IS NOT NULL ORDER BY interval_time', 'interval_timesma_45ac45', '20 20 {row=[20, 1402031998566692742, 91633335726509339448]}');

DELETE FROM _muster_dropped WHERE key = 'd2' AND name = '_muster_kept_lag_idx_eurusd_w90';

INSERT INTO _muster_dropped VALUES ('d2', '_muster_kept_lag_idx_eurusd_w90', 'SELECT "interval_time" AS "interval_time", "sma_90" AS "sma_90", "b" AS "b", "c90" AS "c90" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_90" IS NOT NULL OR "b" IS NOT NULL OR "c90" IS NOT NULL ORDER BY interval_time', 'interval_timesma_90bc90', '15 15 {row=[15, 8908740240868542095, 76461225000253656881]}');

DELETE FROM _muster_dropped WHERE key = 'd2' AND name = '_muster_kept_lag_eurusd_45';

INSERT INTO _muster_dropped VALUES ('d2', '_muster_kept_lag_eurusd_45', 'SELECT "interval_time" AS "interval_time", "sma_45" AS "sma_45", "a" AS "a", "c45" AS "c45" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_45" IS NOT NULL OR "a" IS NOT NULL OR "c45" IS NOT NULL ORDER BY interval_time', 'interval_timesma_45ac45', '20 20 {row=[20, 1402031998566692742, 91633335726509339448]}');

DELETE FROM _muster_dropped WHERE key = 'd2' AND name = '_muster_kept_lag_eurusd_90';

INSERT INTO _muster_dropped VALUES ('d2', '_muster_kept_lag_eurusd_90', 'SELECT "interval_time" AS "interval_time", "sma_90" AS "sma_90", "b" AS "b", "c90" AS "c90" FROM `acme`.`raw`.`lag_idx_eurusd` WHERE "sma_90" IS NOT NULL OR "b" IS NOT NULL OR "c90" IS NOT NULL ORDER BY interval_time', 'interval_timesma_90bc90', '15 15 {row=[15, 8908740240868542095, 76461225000253656881]}');

SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = 'd2';

INSERT INTO _muster_reverse VALUES ('d2', 1, 'DROPPED', '_muster_kept_lag_idx_eurusd_w45', '', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('d2', 2, 'DROPPED', '_muster_kept_lag_idx_eurusd_w90', '', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED'), ('d2', 3, 'DROPPED', '_muster_kept_lag_eurusd_45', '', 20, '65a3fc16dc818e0201f988fa07b75eae', 'INTENDED'), ('d2', 4, 'DROPPED', '_muster_kept_lag_eurusd_90', '', 15, '48fd80d069770f7d5bd56b549dc95d32', 'INTENDED');

UPDATE _muster_reverse SET state = 'DONE' WHERE key = 'd2' AND seq IN (1, 2, 3, 4);

DELETE FROM _muster_decision WHERE key = 'd2';

SELECT kind, old, `new`, row_count, columns, seq FROM _muster_reverse AS r WHERE state = 'DONE' AND key = 'd2' ORDER BY key, seq DESC;

SELECT name, query, columns, print FROM _muster_dropped WHERE key = 'd2';

CREATE TABLE `_muster_kept_lag_eurusd_90` AS SELECT `interval_time` AS `interval_time`, `sma_90` AS `sma_90`, `b` AS `b`, `c90` AS `c90` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL ORDER BY interval_time;

CREATE TABLE `_muster_kept_lag_eurusd_45` AS SELECT `interval_time` AS `interval_time`, `sma_45` AS `sma_45`, `a` AS `a`, `c45` AS `c45` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL ORDER BY interval_time;

CREATE TABLE `_muster_kept_lag_idx_eurusd_w90` AS SELECT `interval_time` AS `interval_time`, `sma_90` AS `sma_90`, `b` AS `b`, `c90` AS `c90` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_90` IS NOT NULL OR `b` IS NOT NULL OR `c90` IS NOT NULL ORDER BY interval_time;

CREATE TABLE `_muster_kept_lag_idx_eurusd_w45` AS SELECT `interval_time` AS `interval_time`, `sma_45` AS `sma_45`, `a` AS `a`, `c45` AS `c45` FROM `acme`.`raw`.`lag_idx_eurusd` WHERE `sma_45` IS NOT NULL OR `a` IS NOT NULL OR `c45` IS NOT NULL ORDER BY interval_time;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'd2' AND seq BETWEEN 1 AND 4;

DELETE FROM _muster_grace WHERE key = 'd2' AND view_name IN ('_muster_kept_lag_eurusd_90', '_muster_kept_lag_eurusd_45', '_muster_kept_lag_idx_eurusd_w90', '_muster_kept_lag_idx_eurusd_w45');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'd2' AND seq BETWEEN 1 AND 4;

SELECT table_name, question FROM _muster_decision WHERE key = 'd2' ORDER BY table_name;

ALTER TABLE `_muster_kept_lag_eurusd_90` RENAME TO `lag_eurusd_90`;

ALTER TABLE `_muster_kept_lag_eurusd_45` RENAME TO `lag_eurusd_45`;

ALTER TABLE `_muster_kept_lag_idx_eurusd_w90` RENAME TO `lag_idx_eurusd_w90`;

ALTER TABLE `_muster_kept_lag_idx_eurusd_w45` RENAME TO `lag_idx_eurusd_w45`;

DROP TABLE `lag_idx_eurusd`;

UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = 'c' AND seq BETWEEN 1 AND 5;

DELETE FROM _muster_grace WHERE key = 'c' AND view_name IN ('lag_eurusd_90', 'lag_eurusd_45', 'lag_idx_eurusd_w90', 'lag_idx_eurusd_w45', '');

SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = 'c' AND seq BETWEEN 1 AND 5;

SELECT table_name, question FROM _muster_decision WHERE key = 'c' ORDER BY table_name;
