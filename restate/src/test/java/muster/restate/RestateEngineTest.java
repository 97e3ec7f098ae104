package muster.restate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.engines.Dispatch;
import muster.engines.EngineContract;
import muster.engines.HandClock;
import muster.engines.Manner;
import muster.storage.Journal;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Stories told through a real Restate server to workers over PostgreSQL. Two servers are two workers that know nothing
/// of each other, as if Restate took a living one for dead.
class RestateEngineTest implements EngineContract {
    @TempDir
    static Path directory;

    private final HandTimers timers = new HandTimers();
    private final Map<Manner, PostgresAddress> databases = new EnumMap<>(Manner.class);
    private final Map<Manner, Deque<Place>> free = new EnumMap<>(Manner.class);
    private final Map<Place, Running> resting = new HashMap<>();
    private RestateNode node;
    private Process process;

    @BeforeAll
    void start() {
        node = RestateNode.in(RestateNode.folder(directory), List.of(RestateNode.freePort()));
        process = node.start();
    }

    @AfterAll
    void stop() {
        resting.values().forEach(Running::end);
        process.destroyForcibly();
    }

    /// One each, so that all manners have their turn: through Restate a story takes ten times as long as without.
    @Override
    public List<Manner> manners(int number) {
        var all = Manner.values();
        return List.of(all[number % all.length]);
    }

    /// Where Restate looks for a worker.
    private record Place(Manner manner, String service, int port) {}

    @Override
    public Server server(Manner manner, HandClock clock) {
        timers.show(clock);
        var places = free.computeIfAbsent(manner, _ -> new ArrayDeque<>());
        var place = places.isEmpty() ? place(manner, "-" + RestateNode.freePort()) : places.pop();
        var running = resting.remove(place);
        return running == null ? open(place) : running.anew();
    }

    private Place place(Manner manner, String suffix) {
        var place = new Place(manner, manner.name().toLowerCase(Locale.ROOT) + suffix, RestateNode.freePort());
        var running = open(place);
        try {
            new RestateAdmin(node.admin()).register(URI.create("http://127.0.0.1:" + place.port()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        resting.put(place, running);
        return place;
    }

    private Running open(Place place) {
        var postgres = PostgresServer.shared();
        var address = databases.computeIfAbsent(place.manner(), _ -> PostgresAddress.of(postgres.fresh()));
        var journal = PostgresJournal.open(address, Map.of("MUSTER_TEST_PASSWORD", postgres.password()));
        var told = new Anew(journal, timers);
        try {
            var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port());
            var worker = RestateWorker.open(at, place.service(), timers.hearing(told), timers);
            var teller = new RestateDispatch(List.of(node.ingress()), place.service(), timers);
            return new Running(place, told, worker, teller);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Running implements Server {
        private final Place place;
        private final Anew told;
        private final RestateWorker worker;
        private final RestateDispatch teller;

        Running(Place place, Anew told, RestateWorker worker, RestateDispatch teller) {
            this.place = place;
            this.told = told;
            this.worker = worker;
            this.teller = teller;
        }

        Running anew() {
            told.forget();
            return this;
        }

        @Override
        public Dispatch dispatch() {
            return timers.setting(teller);
        }

        @Override
        public Journal journal() {
            return told.journal();
        }

        @Override
        public void deliver() {
            told.deliver();
            timers.deliver();
            told.deliver();
        }

        @Override
        public void close() {
            free.get(place.manner()).push(place);
            if (place.manner() == Manner.RESTARTED) {
                end();
            } else {
                resting.put(place, this);
            }
        }

        void end() {
            teller.close();
            worker.close();
            told.journal().close();
        }
    }
}
