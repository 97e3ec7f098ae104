package muster.packs.warehouse.sql;

import java.util.List;
import java.util.stream.Collectors;

/// What PostgreSQL's catalog is asked beyond names, columns and rows.
final class PostgresCatalog {
    private static final String HERE = "c.relnamespace = current_schema()::regnamespace";

    private PostgresCatalog() {}

    /// Advisory locks are those of the database, so the schema is part of the number.
    static String turn(String key) {
        return "SELECT pg_advisory_lock(hashtextextended('muster ' || current_schema() || ' ' || %s, 0))"
                .formatted(Sql.text(key));
    }

    static String identities(List<String> tables) {
        return """
            SELECT c.relname, c.oid::TEXT FROM pg_catalog.pg_class c
            WHERE %s AND c.relkind IN ('r', 'p', 'f') AND c.relname IN (%s)""".formatted(HERE, listed(tables));
    }

    static String columns(List<String> tables) {
        return """
            SELECT c.relname, a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE %s AND a.attnum > 0 AND NOT a.attisdropped AND c.relname IN (%s)
            ORDER BY c.relname, a.attnum""".formatted(HERE, listed(tables));
    }

    /// Transactions of others that hold a table for longer than a statement of ours waits. How old they are is told
    /// to those alone who may see other people's activity (`pg_monitor`).
    static String holders(List<String> tables, int millis) {
        return """
            SELECT c.relname, string_agg(DISTINCT 'process ' || a.pid || ' of ' || a.usename, ', ')
            FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid() AND a.datname = current_database()
              AND a.xact_start < clock_timestamp() - INTERVAL '%d milliseconds' AND %s AND c.relname IN (%s)
            GROUP BY c.relname""".formatted(millis, HERE, listed(tables));
    }

    /// Who may read and write a table besides its owner, who is one of them if not this user. Grants on single
    /// columns are left out: a view of all columns cannot be read by them. Before version 15 a view reads with the
    /// rights of its owner, so it is given to nobody where rows have policies.
    static String grants(List<String> tables, boolean everywhere) {
        return """
            SELECT c.relname, g.what, g.who FROM pg_catalog.pg_class c, LATERAL (
              SELECT a.privilege_type AS what, a.grantee AS role FROM aclexplode(c.relacl) a
              WHERE a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
              UNION SELECT unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']), c.relowner
              WHERE c.relowner <> current_user::regrole
            ) AS p, LATERAL (
              SELECT p.what, CASE WHEN p.role = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.role)) END AS who
            ) AS g WHERE %s AND (%s OR NOT c.relrowsecurity) AND c.relname IN (%s) ORDER BY g.who, g.what, c.relname""".formatted(HERE, everywhere, listed(tables));
    }

    /// Views, materialized ones too, of whatever schema, foreign keys, and partitions, which would go without a word.
    static String dependants() {
        return """
            SELECT DISTINCT c.relname, 'view ' || v.oid::regclass FROM pg_catalog.pg_depend d
            JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid JOIN pg_catalog.pg_class v ON v.oid = r.ev_class
            JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
            WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
              AND v.oid <> c.oid AND %1$s
            UNION SELECT c.relname, 'a foreign key of ' || f.conrelid::regclass FROM pg_catalog.pg_constraint f
            JOIN pg_catalog.pg_class c ON c.oid = f.confrelid
            WHERE f.contype = 'f' AND f.conrelid <> f.confrelid AND %1$s
            UNION SELECT c.relname, 'the partition ' || i.inhrelid::regclass FROM pg_catalog.pg_inherits i
            JOIN pg_catalog.pg_class c ON c.oid = i.inhparent WHERE %1$s""".formatted(HERE);
    }

    /// One row for each thing.
    static String besides() {
        return """
            SELECT c.relname, g.what FROM pg_catalog.pg_class c, LATERAL (
              SELECT 'the owner ' || pg_get_userbyid(c.relowner) AS what WHERE c.relowner <> current_user::regrole
              UNION ALL SELECT 'grants' WHERE c.relacl IS NOT NULL
              UNION ALL SELECT 'partitions' WHERE c.relkind = 'p' OR c.relispartition
              UNION ALL SELECT 'row-level security' WHERE c.relrowsecurity
              UNION ALL SELECT 'storage parameters' WHERE c.reloptions IS NOT NULL
              UNION ALL SELECT 'inheritance' FROM pg_catalog.pg_inherits i
                WHERE c.oid IN (i.inhrelid, i.inhparent) AND NOT c.relispartition AND c.relkind <> 'p'
              UNION ALL SELECT 'the index ' || x.indexrelid::regclass FROM pg_catalog.pg_index x WHERE x.indrelid = c.oid
              UNION ALL SELECT 'the constraint ' || k.conname FROM pg_catalog.pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype NOT IN ('p', 'u', 'x')
              UNION ALL SELECT 'the trigger ' || t.tgname FROM pg_catalog.pg_trigger t
                WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
              UNION ALL SELECT 'a comment' FROM pg_catalog.pg_description d
                WHERE d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
              UNION ALL SELECT 'a publication' FROM pg_catalog.pg_publication_rel p WHERE p.prrelid = c.oid
              UNION ALL SELECT CASE WHEN a.attgenerated <> '' THEN 'the formula of ' WHEN a.attidentity <> ''
                THEN 'the identity of ' WHEN a.atthasdef THEN 'the default of ' WHEN a.attnotnull THEN 'NOT NULL of '
                ELSE 'grants on ' END || a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND (a.atthasdef OR a.attidentity <> '' OR a.attnotnull OR a.attacl IS NOT NULL)
            ) AS g WHERE %s AND c.relkind IN ('r', 'p', 'f')""".formatted(HERE);
    }

    private static String listed(List<String> tables) {
        return tables.stream().map(Sql::text).collect(Collectors.joining(", "));
    }
}
