package muster.probes.data;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probing;
import muster.storage.PostgresServer;

/// A database of a test's own, named as an operator names it.
record Stocked(Engine engine, String spec, Map<String, String> environment) {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final String NAME = "stock";

    static Stocked of(Engine engine, Path folder) {
        return switch (engine) {
            case DUCKDB -> file(engine, "duckdb", folder.resolve("stock.duckdb"));
            case SQLITE -> file(engine, "sqlite", folder.resolve("stock.sqlite"));
            case POSTGRESQL -> {
                var server = PostgresServer.shared();
                yield new Stocked(engine, server.fresh(), Map.of("MUSTER_TEST_PASSWORD", server.password()));
            }
        };
    }

    private static Stocked file(Engine engine, String scheme, Path file) {
        try (var connection = DriverManager.getConnection("jdbc:" + scheme + ":" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE made (id INTEGER)");
            statement.execute("DROP TABLE made");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Stocked(engine, scheme + ":" + file, Map.of());
    }

    Stocked with(String... statements) {
        try (var connection = opener(Access.SCRATCH).open();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DatabaseOpener opener(Access access) {
        return switch (new Connections(environment).opener(spec, access)) {
            case Connected.Ready ready -> ready.opener();
            case Connected.Refused refused -> throw new IllegalStateException(refused.problem());
        };
    }

    DataProbes probes(Access access) {
        return new DataProbes(new TreeMap<>(Map.of(NAME, opener(access))));
    }

    Observation probe(DataProbe probe) {
        return probe(probe, Probing.ONCE);
    }

    Observation probe(DataProbe probe, Probing probing) {
        return probes(Access.READ).of(probe, probing, NOW).getFirst();
    }

    Observation query(String sql, muster.plan.Matcher values) {
        return probe(new DataProbe.Query(NAME, sql, values));
    }

    /// Names of all tables, as somebody else would see them.
    List<String> tables() {
        try (var connection = opener(Access.READ).open()) {
            var reader = new Reader(connection, engine, Duration.ofSeconds(10));
            return new ArrayList<>(new Relations(reader)
                    .own().stream().map(Relation::name).sorted().toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> codes(Observation seen) {
        return seen.findings().stream().map(one -> one.code()).sorted().toList();
    }
}
