package muster.probes.host;

import static muster.probes.host.Machine.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.HostProbe.RecordType;
import muster.plan.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsProbeTest {
    private static final int NO_SUCH_NAME = 3;
    private static final int TXT = 16;

    private DatagramSocket server;

    @BeforeEach
    void aNameServerThatKnowsOneText() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerIsAskedForARecord() throws Exception {
        var wanted = new Matcher.Exactly(List.of("v=muster1"));

        assertThat(asked("known.example", wanted).result()).isEqualTo(ProbeResult.PASS);
        assertThat(asked("known.example", null).attributes()).containsEntry("answers", "v=muster1");
        assertThat(codes(asked("known.example", new Matcher.Contains("v=muster2"))))
                .containsExactly("wrong-answers");
        assertThat(codes(asked("unknown.example", null))).containsExactly("missing-dns");
        assertThat(asked("unknown.example", new Matcher.Length(Machine.is("0"))).result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void theSystemKnowsLocalhost() throws Exception {
        var local = new HostProbe.Dns("localhost", RecordType.A, null, new Matcher.Contains("127.0.0.1"));

        assertThat(seen(local).result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void aServerThatIsSilentProvesNothing() throws Exception {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var seen = new DnsProbe()
                    .of(
                            new HostProbe.Dns(
                                    "known.example", RecordType.TXT, "127.0.0.1:" + silent.getLocalPort(), null),
                            Duration.ofMillis(200));

            assertThat(seen.result()).isEqualTo(ProbeResult.ERROR);
        }
    }

    @Test
    void whatIsNoNameIsAMistake() throws Exception {
        assertThat(seen(new HostProbe.Dns("a/../b", RecordType.TXT, null, null)).result())
                .isEqualTo(ProbeResult.ERROR);
        assertThat(seen(new HostProbe.Dns("a", RecordType.TXT, "host/x?y", null))
                        .result())
                .isEqualTo(ProbeResult.ERROR);
    }

    private Observation asked(String name, Matcher answers) throws InterruptedException {
        return seen(new HostProbe.Dns(name, RecordType.TXT, "127.0.0.1:" + server.getLocalPort(), answers));
    }

    private static Observation seen(HostProbe.Dns wanted) throws InterruptedException {
        return new DnsProbe().of(wanted, Duration.ofSeconds(5));
    }

    /// Source of the format: RFC 1035, section 4.
    private void serve() {
        try {
            while (true) {
                var question = new DatagramPacket(new byte[512], 512);
                server.receive(question);
                var bytes = question.getData();
                boolean known = new String(bytes, StandardCharsets.US_ASCII).contains("\5known\7example");
                int end = 12;
                while (bytes[end] != 0) {
                    end += bytes[end] + 1;
                }
                end += 5;
                var text = "v=muster1".getBytes(StandardCharsets.US_ASCII);
                var answer = ByteBuffer.allocate(512).put(bytes, 0, end);
                answer.putShort(2, (short) (0x8580 | (known ? 0 : NO_SUCH_NAME)));
                answer.putShort(6, (short) (known ? 1 : 0))
                        .putShort(8, (short) 0)
                        .putShort(10, (short) 0);
                if (known) {
                    answer.putShort((short) 0xC00C)
                            .putShort((short) TXT)
                            .putShort((short) 1)
                            .putInt(60);
                    answer.putShort((short) (text.length + 1))
                            .put((byte) text.length)
                            .put(text);
                }
                server.send(new DatagramPacket(answer.array(), answer.position(), question.getSocketAddress()));
            }
        } catch (IOException _) {
            // The test has closed the socket.
        }
    }
}
