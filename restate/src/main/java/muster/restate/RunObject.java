package muster.restate;

import dev.restate.common.Request;
import dev.restate.common.Target;
import dev.restate.sdk.HandlerRunner;
import dev.restate.sdk.ObjectContext;
import dev.restate.sdk.common.TerminalException;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.InvocationRetryPolicy;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.serde.Serde;
import dev.restate.serde.SerdeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import muster.engines.Dispatch;
import muster.engines.RunClock;
import muster.storage.Message;
import muster.storage.UnreadableEntry;
import muster.storage.Wire;

/// The virtual object that Restate calls for a run: one call at a time for each. It keeps nothing in Restate. A call
/// tells a command and is over; that it may be made again after a crash is what keys of commands are for.
///
/// @param service the object's name in Restate
/// @param runs what the commands are told to
record RunObject(String service, Dispatch runs, RunClock clock) {
    /// The one handler.
    static final String TELL = "tell";

    /// The due time of a command that is told at once.
    static final Instant AT_ONCE = Instant.EPOCH;

    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);
    private static final Serde<String> TEXT = Serde.using(
            "text/plain",
            text -> text.getBytes(StandardCharsets.UTF_8),
            bytes -> new String(bytes, StandardCharsets.UTF_8));
    private static final Serde<Duration> SPAN = Serde.using(
            span -> span.toString().getBytes(StandardCharsets.UTF_8),
            bytes -> Duration.parse(new String(bytes, StandardCharsets.UTF_8)));

    ServiceDefinition definition() {
        HandlerRunner<String, String> runner = HandlerRunner.of(
                this::tell,
                SerdeFactory.NOOP,
                HandlerRunner.Options.withExecutor(Executors.newVirtualThreadPerTaskExecutor()));
        return ServiceDefinition.of(
                        service,
                        ServiceType.VIRTUAL_OBJECT,
                        List.of(HandlerDefinition.of(TELL, HandlerType.EXCLUSIVE, TEXT, TEXT, runner)))
                .configure(
                        settings -> settings.invocationRetryPolicy(patience()).journalRetention(Duration.ZERO));
    }

    /// A store that is away comes back some day; until then the command waits here.
    private static InvocationRetryPolicy patience() {
        return InvocationRetryPolicy.builder()
                .initialInterval(FIRST_RETRY)
                .exponentiationFactor(2.0)
                .maxInterval(LONGEST_RETRY)
                .maxAttempts(Integer.MAX_VALUE)
                .build();
    }

    private String tell(ObjectContext context, String text) {
        var message = message(text);
        var left = left(context, message);
        if (left.isZero()) {
            return Reply.text(
                    runs.tell(message.run(), message.word(), message.key()).join());
        }
        var again = Request.of(Target.virtualObject(service, context.key(), TELL), TEXT, TEXT, text);
        context.send(again, left);
        return Reply.LATER;
    }

    /// Zero if it is due. Of a timer it is written down in Restate, so that a call that is made again goes the same
    /// way.
    private Duration left(ObjectContext context, Message message) {
        return message.due().equals(AT_ONCE)
                ? Duration.ZERO
                : context.run("left", SPAN, () -> clock.until(message.due()));
    }

    private static Message message(String text) {
        try {
            return Wire.message(text);
        } catch (UnreadableEntry e) {
            throw new TerminalException(TerminalException.BAD_REQUEST_CODE, String.valueOf(e.getMessage()));
        }
    }
}
