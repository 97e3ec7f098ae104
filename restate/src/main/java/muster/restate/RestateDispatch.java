package muster.restate;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import muster.engines.Dispatch;
import muster.engines.RunClock;
import muster.engines.Told;
import muster.run.RunId;
import muster.storage.Message;
import muster.storage.Word;

/// Tells runs and their teams words through Restate, which brings them to a [RestateWorker]. What gets lost on the way
/// is sent again, and the answer to the first is given. If a worker dies between its append and its answer, it is
/// answered as [Told.AlreadyTold].
public final class RestateDispatch implements Dispatch, AutoCloseable {
    private final Ingress ingress;
    private final String service;
    private final RunClock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// A dispatch over a cluster.
    ///
    /// @param nodes where the nodes take calls, such as `http://10.0.0.1:8080`; at least one
    /// @param service the name of the workers
    /// @param clock says how long a timer waits
    public RestateDispatch(List<URI> nodes, String service, RunClock clock) {
        this.ingress = Ingress.of(nodes);
        this.service = service;
        this.clock = clock;
    }

    /// A word that nobody waits for any more, because the answer was cancelled, is not sent again.
    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        var message = new Message(run, RunObject.AT_ONCE, word, key);
        var told = new CompletableFuture<Told>();
        var telling = threads.submit(() -> tell(path(run), message, told));
        var _ = told.whenComplete((_, _) -> {
            if (told.isCancelled()) {
                telling.cancel(true);
            }
        });
        return told;
    }

    private void tell(String path, Message message, CompletableFuture<Told> told) {
        try {
            told.complete(told(ingress.bring(new Ingress.Call(path, MessageLimit.text(message), ""))));
        } catch (RuntimeException e) {
            told.completeExceptionally(e);
        }
    }

    /// What was told before, if it had to be sent again, was told by the sending whose answer was lost.
    private static Told told(Ingress.Answer answer) {
        var told = Reply.told(answer.body());
        return answer.times() > 1 && told instanceof Told.AlreadyTold(var first) ? first : told;
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {
        var message = new Message(run, at, word, key);
        var path = path(run) + "/send?delay=" + clock.until(message.due()).toMillis() + "ms";
        ingress.bring(new Ingress.Call(path, MessageLimit.text(message), key));
    }

    private String path(RunId run) {
        return "/" + service + "/" + run + "/" + RunObject.TELL;
    }

    /// Commands under way are told to their end.
    @Override
    public void close() {
        threads.close();
    }
}
