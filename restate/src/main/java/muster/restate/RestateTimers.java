package muster.restate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import muster.storage.JournalUnavailable;
import muster.storage.Message;

/// Has Restate call a run when something follows from its clocks: a delayed call for each timer that is kept with the
/// events, named by run and instant, so that keeping it twice is keeping it once. The timer lies in the store as well;
/// what Restate does not take, or whoever is killed before, costs nothing but the time until somebody looks there.
public final class RestateTimers implements Consumer<Message>, AutoCloseable {
    private final RestateDispatch dispatch;
    private final Consumer<String> says;
    private final AtomicBoolean said = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param dispatch stays open
    /// @param says is told why Restate takes no timers, once until it takes one again
    public RestateTimers(RestateDispatch dispatch, Consumer<String> says) {
        this.dispatch = dispatch;
        this.says = says;
    }

    /// Returns at once.
    @Override
    public void accept(Message timer) {
        if (!threads.isShutdown()) {
            threads.execute(() -> keep(timer));
        }
    }

    private void keep(Message timer) {
        try {
            dispatch.tellAt(timer.run(), timer.due(), timer.word(), timer.key());
            said.set(false);
        } catch (JournalUnavailable e) {
            if (!threads.isShutdown() && said.compareAndSet(false, true)) {
                says.accept(String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                        + "; the timers of the store are left");
            }
        }
    }

    /// What is under way is given up.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
