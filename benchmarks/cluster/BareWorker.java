import dev.restate.sdk.HandlerRunner;
import dev.restate.sdk.ObjectContext;
import dev.restate.sdk.common.StateKey;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import dev.restate.serde.Serde;
import dev.restate.serde.SerdeFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/// The peer: an object of Restate that keeps its state there, 150 bytes that a call replaces. One call is one durable
/// transition.
final class BareWorker {
    private static final StateKey<byte[]> STATE = StateKey.of("state", Serde.RAW);

    private BareWorker() {}

    static void main(String[] arguments) throws Exception {
        HandlerRunner<byte[], byte[]> runner = HandlerRunner.of(
                BareWorker::replace,
                SerdeFactory.NOOP,
                HandlerRunner.Options.withExecutor(Executors.newVirtualThreadPerTaskExecutor()));
        var object = ServiceDefinition.of(
                        "bare",
                        ServiceType.VIRTUAL_OBJECT,
                        List.of(HandlerDefinition.of("replace", HandlerType.EXCLUSIVE, Serde.RAW, Serde.RAW, runner)))
                .configure(settings -> settings.journalRetention(Duration.ZERO));
        RestateHttpServer.listen(Endpoint.bind(object), Integer.parseInt(arguments[0]));
        IO.println("ready");
        Thread.currentThread().join();
    }

    private static byte[] replace(ObjectContext context, byte[] state) {
        var before = context.get(STATE).orElse(state);
        context.set(STATE, state);
        return before;
    }
}
