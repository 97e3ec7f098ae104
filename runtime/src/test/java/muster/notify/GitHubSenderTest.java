package muster.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.engines.HandClock;
import muster.notices.Channel;
import muster.notices.GitHubIssue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Comments at a double that judges requests as GitHub's reference has them.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GitHubSenderTest {
    private final HandClock clock = new HandClock();
    private GitHubDouble github;

    @BeforeEach
    void begin() throws Exception {
        github = GitHubDouble.begin();
    }

    @AfterEach
    void end() {
        github.close();
    }

    @Test
    void aNoticeIsACommentInWhichNobodyIsMentioned() throws Exception {
        assertThat(sent("~~~\n@everyone <!-- `x`", 1)).isEqualTo(new Sent.Delivered());

        assertThat(github.comments()).singleElement().asString().startsWith("""
                `run r1, gate-waiting, for ann`

                ~~~~text
                ~~~
                @everyone <!-- `x`
                ~~~~

                <!-- muster-notice\s""");
    }

    @Test
    void aTextIsCutToWhatACommentHolds() throws Exception {
        assertThat(sent("\u2713".repeat(70_000), 1)).isEqualTo(new Sent.Delivered());
    }

    @Test
    void whatWasCommentedBeforeIsNotCommentedAgain() throws Exception {
        github.script().add(new GitHubDouble.Reply(502, Map.of(), "")); // the comment is made, its answer lost

        assertThat(sent("it waits", 1)).isInstanceOf(Sent.Later.class);
        assertThat(sent("it waits", 2)).isEqualTo(new Sent.Delivered());

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void whatWasNotCommentedIsCommentedTheSecondTime() throws Exception {
        assertThat(sent("another", 1)).isEqualTo(new Sent.Delivered());
        github.comments().clear();

        assertThat(sent("it waits", 2)).isEqualTo(new Sent.Delivered());

        assertThat(github.comments()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, retry-after, 30, You have exceeded a secondary rate limit, 30001",
        "429, retry-after, 7, slow down, 7001",
        "403, x-ratelimit-reset, 90, API rate limit exceeded, 91000",
        "429, x-ratelimit-reset, -90, API rate limit exceeded, 1000",
        "403, x, 0, You have exceeded a secondary Rate Limit, 60000",
        "429, x, 0, '', 60000",
        "500, x, 0, oops, 0",
    })
    void aLimitIsWaitedFor(int status, String header, int seconds, String message, long millis) throws Exception {
        var value = header.equals("x-ratelimit-reset") ? clock.instant().getEpochSecond() + seconds : seconds;
        var headers =
                Map.of(header, Long.toString(value), "x-ratelimit-remaining", header.contains("reset") ? "0" : "9");
        var body = GitHubDouble.Reply.saying(status, message).body();
        github.script().add(new GitHubDouble.Reply(status, headers, body));

        assertThat(sent("x", 1))
                .isEqualTo(new Sent.Later(
                        "it answered " + status + (message.isEmpty() ? "" : ": " + message),
                        Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Resource not accessible by personal access token",
        "404, Not Found",
        "410, This issue was deleted",
        "422, Validation Failed",
        "301, Moved Permanently",
    })
    void whatIsRefusedIsToldInGitHubsWords(int status, String message) throws Exception {
        github.script().add(GitHubDouble.Reply.saying(status, message));

        assertThat(sent("x", 1)).isEqualTo(new Sent.Refused("it answered " + status + ": " + message));
    }

    @Test
    void aTokenIsSentEncryptedOnlyAndTakenOutOfAllThatIsTold() {
        var hub = new Channel.GitHub(GitHubIssue.of("acme/tools#12"), "TOKEN", "http://github.example/api/v3");

        var safe = new Channel.GitHub(hub.issue(), "TOKEN", "https://github.example/api/v3");

        assertThat(open(safe))
                .isInstanceOfSatisfying(
                        Senders.Opened.Ready.class,
                        ready -> assertThat(ready.senders().redaction().redact(GitHubDouble.TOKEN))
                                .doesNotContain(GitHubDouble.TOKEN));
        assertThat(open(hub))
                .isEqualTo(new Senders.Opened.Wrong(
                        List.of("channel 'c': a token is not sent to github.example without encryption")));
    }

    private Sent sent(String text, int attempts) throws InterruptedException {
        return tried(new Channel.GitHub(GitHubIssue.of("acme/tools#12"), "TOKEN", github.api() + "/"))
                .sent(text, attempts);
    }

    private Senders.Opened open(Channel channel) {
        return tried(channel).opened();
    }

    private TriedChannel tried(Channel channel) {
        return new TriedChannel(channel, Map.of("TOKEN", GitHubDouble.TOKEN), clock, null);
    }
}
