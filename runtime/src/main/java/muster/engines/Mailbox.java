package muster.engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.run.ActionResult;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// What waits for the writer of a run. Once it is shut nobody is left waiting for an answer.
final class Mailbox {
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private @Nullable Throwable shut;

    synchronized void send(Message message) {
        if (shut == null) {
            queue.add(message);
        } else {
            message.unanswered(shut);
        }
    }

    /// There may be new entries of the run; once is enough, however often it is said.
    synchronized void look() {
        if (queue.stream().noneMatch(News.class::isInstance)) {
            send(new News());
        }
    }

    /// The next message; null if none came in time.
    @Nullable
    Message next(Duration wait) throws InterruptedException {
        return queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    synchronized void shut(Throwable why) {
        shut = why;
        var left = new ArrayList<Message>();
        queue.drainTo(left);
        left.forEach(message -> message.unanswered(why));
    }

    /// Something that the writer does, one after the other.
    sealed interface Message {
        void unanswered(Throwable why);
    }

    record Tell(Command command, String key, CompletableFuture<Told> answer) implements Message {
        @Override
        public void unanswered(Throwable why) {
            answer.completeExceptionally(why);
        }
    }

    record Resume(CompletableFuture<Told> answer) implements Message {
        @Override
        public void unanswered(Throwable why) {
            answer.completeExceptionally(why);
        }
    }

    record Outcome(Event.AttemptStarted attempt, ActionResult result) implements Message {
        @Override
        public void unanswered(Throwable why) {}
    }

    record Watch(CompletableFuture<RunState> answer) implements Message {
        @Override
        public void unanswered(Throwable why) {
            answer.completeExceptionally(why);
        }
    }

    record News() implements Message {
        @Override
        public void unanswered(Throwable why) {}
    }

    record Stop() implements Message {
        @Override
        public void unanswered(Throwable why) {}
    }

    /// Messages that were taken but not answered yet.
    static void unanswered(List<? extends Message> messages, Throwable why) {
        messages.forEach(message -> message.unanswered(why));
    }
}
