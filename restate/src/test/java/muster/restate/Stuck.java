package muster.restate;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import muster.engines.Dispatch;
import muster.engines.Told;
import muster.run.RunId;
import muster.storage.Word;

/// A dispatch that takes words and never answers.
record Stuck(CountDownLatch reached) implements Dispatch {
    Stuck() {
        this(new CountDownLatch(1));
    }

    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        reached.countDown();
        return new CompletableFuture<>();
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {}
}
