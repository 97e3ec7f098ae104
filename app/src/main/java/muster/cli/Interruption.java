package muster.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets what runs on a thread end well when the process is told to end (Ctrl-C, SIGTERM): the thread is interrupted,
/// and the process waits for it as long as the grace lasts.
final class Interruption {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread working, Duration grace) {
        hook = Thread.ofPlatform().unstarted(() -> {
            working.interrupt();
            await(grace);
        });
    }

    /// What may be interrupted.
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    /// Does it on the calling thread.
    static <T> T during(Duration grace, Work<T> work) throws IOException, InterruptedException {
        var interruption = new Interruption(Thread.currentThread(), grace);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        try {
            return work.done();
        } finally {
            interruption.end();
        }
    }

    private void await(Duration grace) {
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("muster: it did not end within " + grace.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is on its way out: the hook has done what it is for.
            return;
        }
    }
}
