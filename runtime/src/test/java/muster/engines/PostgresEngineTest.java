package muster.engines;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import muster.storage.Journal;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.AfterAll;

class PostgresEngineTest implements EngineContract {
    private final Map<Manner, PostgresAddress> databases = new EnumMap<>(Manner.class);
    private final OpenJournals journals = new OpenJournals(this::open);

    private Journal open(Manner manner) {
        var server = PostgresServer.shared();
        var address = databases.computeIfAbsent(manner, _ -> PostgresAddress.of(server.fresh()));
        return PostgresJournal.open(address, Map.of("MUSTER_TEST_PASSWORD", server.password()));
    }

    /// Two each, so that all have their turn: on PostgreSQL a story takes several times as long as elsewhere.
    @Override
    public List<Manner> manners(int number) {
        var all = Manner.values();
        return List.of(all[number % all.length], all[(number + 2) % all.length]);
    }

    @AfterAll
    void close() {
        journals.close();
    }

    @Override
    public Server server(Manner manner, HandClock clock) {
        return journals.server(manner, clock);
    }
}
