package muster.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import muster.json.Sha256;
import muster.storage.Delivery;
import tools.jackson.databind.json.JsonMapper;

/// Comments on an issue or a pull request for each notice. A comment has a mark that names the notice and is not seen;
/// what is told again is looked for first, so that a lost answer makes no second one. Source: GitHub's REST reference,
/// "Create an issue comment" and "List issue comments", version 2022-11-28.
///
/// @param comments address of the comments of the issue
record GitHubSender(Posting posting, URI comments, String token) implements Sender {
    /// More than a page of a hundred comments of the longest kind.
    private static final int LONGEST_PAGE = 8 << 20;

    /// GitHub takes 65,536 characters; the mark and the rest need some.
    private static final int LONGEST_TEXT = 60_000;

    private static final Duration WRONG = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Sent send(Delivery delivery) throws InterruptedException {
        try {
            if (delivery.attempts() > 1) {
                var page = ask(request(page(delivery)).GET());
                if (page.statusCode() != GitHubAnswer.OK || page.body().contains(mark(delivery))) {
                    return GitHubAnswer.of(page, posting.clock().instant());
                }
            }
            var body = JSON.createObjectNode().put("body", comment(delivery)).toString();
            var answer = ask(request(comments)
                    .setHeader("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            return GitHubAnswer.of(answer, posting.clock().instant());
        } catch (IOException e) {
            return Posting.unreached(e);
        }
    }

    private HttpRequest.Builder request(URI to) {
        return HttpRequest.newBuilder(to)
                .timeout(LONGEST.dividedBy(2))
                .setHeader("User-Agent", "muster")
                .setHeader("Accept", "application/vnd.github+json")
                .setHeader("X-GitHub-Api-Version", "2022-11-28")
                .setHeader("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return posting.client().send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_PAGE));
    }

    /// The comments since the notice, by a clock that may be wrong.
    private URI page(Delivery delivery) {
        var since = Envelope.time(delivery.body()).minus(WRONG).truncatedTo(ChronoUnit.SECONDS);
        return URI.create(comments + "?per_page=100&since=" + since);
    }

    /// In a block of code, where nothing is a mention or a link.
    private static String comment(Delivery delivery) {
        var telling = Telling.of(delivery);
        var whole = telling.text();
        var text = whole.substring(0, Math.min(whole.length(), LONGEST_TEXT));
        var fence = "~".repeat(Math.max(3, 1 + longestRun(text)));
        return "`" + telling.origin().replace('`', ' ') + "`\n\n" + fence + "text\n" + text + "\n" + fence + "\n\n"
                + mark(delivery);
    }

    private static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (var at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '~' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String mark(Delivery delivery) {
        var named = delivery.key() + "\n" + delivery.channel();
        return "<!-- muster-notice " + Sha256.of(named.getBytes(StandardCharsets.UTF_8)) + " -->";
    }
}
