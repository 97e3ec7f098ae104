package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RestateAdminTest {
    private static final URI WORKER = URI.create("http://127.0.0.1:9080");

    @Test
    void aWorkerIsRegisteredAsSoonAsANodeTakesIt() throws Exception {
        var answers = new ConcurrentLinkedQueue<>(List.of(500, 500, 503, 201));
        var troubles = new ArrayList<String>();
        var node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/deployments", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(answers.remove(), 0);
                exchange.getResponseBody().write("{\"id\":\"dp_1\"}".getBytes(StandardCharsets.UTF_8));
            }
        });
        node.start();

        var deployment = new RestateAdmin(
                        URI.create("http://127.0.0.1:" + node.getAddress().getPort()))
                .registerInTime(WORKER, troubles::add);

        node.stop(0);
        assertThat(deployment).isEqualTo("dp_1");
        assertThat(answers).isEmpty();
        assertThat(troubles).hasSize(2);
        assertThat(troubles.getFirst()).contains("did not take the worker http://127.0.0.1:9080: 500");
    }

    @Test
    void aNodeThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new RestateAdmin(URI.create("http://127.0.0.1:1")).register(WORKER))
                .isInstanceOf(IOException.class)
                .hasMessage("no node of Restate answers at http://127.0.0.1:1");
    }
}
