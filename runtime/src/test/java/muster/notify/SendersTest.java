package muster.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import muster.engines.HandClock;
import muster.notices.Channel;
import muster.notices.Routing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Each kind of channel against a real receiver on this machine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SendersTest {
    private static final String SECRET = "a-key-that-both-know";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void aWebhookIsSignedOverIdTimeAndBody() throws Exception {
        try (var receiver = Receiver.willing()) {
            assertThat(sent(new Channel.Webhook(receiver.url(), "KEY"), "it waits"))
                    .isEqualTo(new Sent.Delivered());

            var post = receiver.posts.remove();
            assertThat(post.header("Idempotency-Key")).isEqualTo("r1/7");
            assertThat(post.header("webhook-id")).isEqualTo("r1/7");
            assertThat(post.header("webhook-timestamp"))
                    .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThat(post.header("webhook-signature"))
                    .isEqualTo("v1," + hmac("r1/7." + post.header("webhook-timestamp") + "." + post.body()));
            var event = JsonMapper.shared().readTree(post.body());
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("type").asString()).isEqualTo("muster.notice.gate-waiting");
            assertThat(event.at("/data/to/0").asString()).isEqualTo("ann");
        }
    }

    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"429, 30", "503, 7"})
    void aBusyReceiverIsAskedAgainWhenItSays(int status, int seconds) throws Exception {
        try (var receiver = Receiver.willing().first(status, Map.of("Retry-After", Integer.toString(seconds)))) {
            assertThat(sent(new Channel.Webhook(receiver.url(), null), "x"))
                    .isEqualTo(new Sent.Later(
                            "it answered " + status, Duration.ofSeconds(seconds).plusMillis(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "410", "302", "501"})
    void whatAReceiverRefusesForGoodIsNotTriedAgain(int status) throws Exception {
        try (var receiver = Receiver.willing().first(status, Map.of("Location", "/other"))) {
            assertThat(sent(new Channel.Webhook(receiver.url(), null), "x"))
                    .isEqualTo(new Sent.Refused("it answered " + status));
            assertThat(receiver.posts).as("a redirect is not followed").hasSize(1);
        }
    }

    @Test
    void aReceiverThatIsNotThereIsTriedLater() throws Exception {
        assertThat(sent(new Channel.Webhook("http://127.0.0.1:1/hook", null), "x"))
                .isInstanceOf(Sent.Later.class);
    }

    @Test
    void slackGetsTheShapeThatItPublishes() throws Exception {
        try (var slack = new Receiver(SendersTest::slack)) {
            var words = "disk <85%> & full ".repeat(400);

            assertThat(sent(new Channel.Slack("SLACK"), "disk <85%> & full", slack.url()))
                    .isEqualTo(new Sent.Delivered());
            assertThat(sent(new Channel.Slack("SLACK"), words, slack.url())).isEqualTo(new Sent.Delivered());
            assertThat(slack.posts.remove().body()).contains("disk &lt;85%&gt; &amp; full", "for ann");
        }
    }

    /// As an incoming webhook judges a message: `text` or blocks, at most 50 of known types, texts of 1 to 3,000
    /// characters, no bare `<` or `>`.
    private static Receiver.Reply slack(Receiver.Post post) {
        var message = JsonMapper.shared().readTree(post.body());
        var good = post.header("Content-Type").startsWith("application/json")
                && !message.path("text").asString("").isBlank()
                && message.path("blocks").size() <= 50;
        for (var block : message.path("blocks")) {
            var section = block.path("type").asString("").equals("section");
            var text = section ? block.path("text") : block.path("elements").path(0);
            var words = text.path("text").asString("");
            good &= section || block.path("type").asString("").equals("context");
            good &= text.path("type").asString("").equals("mrkdwn") && !words.isEmpty() && words.length() <= 3000;
            good &= !words.contains("<") && !words.contains(">");
        }
        return new Receiver.Reply(good ? 200 : 400, Map.of());
    }

    @Test
    void aProgramReadsItsNoticeAndMayAskToBeCalledAgain() throws Exception {
        var keep = new Channel.Command(List.of("/bin/sh", "-c", "cat > got; echo $MUSTER_KEY >> got"));
        var fail = new Channel.Command(List.of("/bin/sh", "-c", "echo " + SECRET + " no mail >&2; exit 4"));

        assertThat(sent(keep, "hello")).isEqualTo(new Sent.Delivered());
        assertThat(Files.readString(folder.resolve("got")))
                .contains("\"text\":\"hello\"")
                .endsWith("r1/7\n");
        assertThat(sent(fail, "x")).isEqualTo(new Sent.Later("exit status 4: " + SECRET + " no mail", Duration.ZERO));
        assertThat(sent(new Channel.Command(List.of("no-such-program")), "x")).isInstanceOf(Sent.Later.class);
    }

    @Test
    void aFileGetsALineForEachAlsoAfterOneThatWasCutOff() throws Exception {
        var file = folder.resolve("notices.jsonl");
        Files.writeString(file, "{\"cut");

        sent(new Channel.Lines("notices.jsonl"), "one");
        sent(new Channel.Lines("notices.jsonl"), "two");

        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().contains("\"text\":\"two\"");
        assertThat(sent(new Channel.Lines("nowhere/x"), "x")).isInstanceOf(Sent.Later.class);
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNoSecretIsShown() {
        var channels = new TreeMap<String, Channel>();
        channels.put("a", new Channel.Slack("MISSING"));
        channels.put("b", new Channel.Webhook("ftp://x/y", null));
        channels.put("c", new Channel.Webhook("https://host/hook", "EMPTY"));
        channels.put("d", new Channel.Slack("BAD"));
        channels.put("e", new Channel.Webhook("https://host/hook", "CODED"));
        var environment = Map.of("EMPTY", " ", "BAD", "hunter2 is no address", "CODED", "whsec_?");

        var opened = Senders.open(new Routing(channels, List.of()), new Senders.Ground(folder, environment, clock));

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Senders.Opened.Wrong.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactly(
                                        "channel 'a': the environment variable MISSING is not set",
                                        "channel 'b': 'ftp://x/y' is no address such as https://host/path, without a name or password",
                                        "channel 'c': the environment variable EMPTY is not set",
                                        "channel 'd': the environment variable BAD is no address such as https://host/path, without a name"
                                                + " or password",
                                        "channel 'e': what follows whsec_ in CODED is no Base64"));
    }

    private Sent sent(Channel channel, String text) throws InterruptedException {
        return sent(channel, text, "");
    }

    private Sent sent(Channel channel, String text, String slack) throws InterruptedException {
        var ground = new Senders.Ground(folder, Map.of("KEY", SECRET, "SLACK", slack), clock);
        return new TriedChannel(channel, ground).sent(text);
    }
}
