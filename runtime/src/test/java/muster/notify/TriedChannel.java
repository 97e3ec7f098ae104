package muster.notify;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import muster.notices.Channel;
import muster.notices.Notice;
import muster.notices.NoticeKind;
import muster.notices.Routing;
import muster.observation.Redaction;
import muster.run.RunId;
import muster.storage.Delivery;

/// One channel, called `c`, by which a test tells that a gate of run `r1` waits for Ann.
record TriedChannel(Channel channel, Senders.Ground ground) {

    TriedChannel(Channel channel, Map<String, String> environment, InstantSource clock, SSLContext tls) {
        this(channel, new Senders.Ground(Path.of("."), environment, clock, tls));
    }

    Senders.Opened opened() {
        return Senders.open(new Routing(new TreeMap<>(Map.of("c", channel)), List.of()), ground);
    }

    Sent sent(String text) throws InterruptedException {
        return sent(text, 1);
    }

    /// @param attempts how often it was begun, this one counted
    Sent sent(String text, int attempts) throws InterruptedException {
        var said = new Notice.Said(List.of("ann"), "gate:go", text);
        var notice = new Notice(new RunId("r1"), 7, ground.clock().instant(), NoticeKind.GATE_WAITING, said);
        var body = Envelope.text(notice, Redaction.of(List.of()));
        try (var senders = ((Senders.Opened.Ready) opened()).senders()) {
            return senders.byChannel().get("c").send(new Delivery(notice.key(), "c", notice.at(), attempts, body, ""));
        }
    }
}
