package muster.probes.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;

/// Whether a connection can be made; it is closed at once and nothing is sent.
record TcpProbe() {

    Observation of(HostProbe.Tcp wanted, Duration limit) {
        var target = wanted.target();
        long begin = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(wanted.host(), wanted.port()), (int) limit.toMillis());
            return Observation.pass("tcp", target, AssuranceLevel.TESTS_PASS, target + " accepts connections")
                    .with("milliseconds", (System.nanoTime() - begin) / 1_000_000);
        } catch (UnknownHostException e) {
            return unreachable(target, wanted.host() + " does not resolve");
        } catch (SocketTimeoutException e) {
            return unreachable(target, target + " did not answer within " + limit.toMillis() + " ms");
        } catch (IOException e) {
            return unreachable(target, target + " cannot be reached: " + e.getMessage());
        }
    }

    private static Observation unreachable(String target, String why) {
        return Comparison.missing("tcp", target, why);
    }
}
