package muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What happens in a run, told while it happens.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventStreamTest {
    private static final String EVENTS = "/v1/runs/team/events";

    @TempDir
    Path folder;

    @Test
    void theStreamTellsWhatHappenedAndThenWhatHappensAndGoesOnWhereItWasCutOff() throws Exception {
        try (var team = new ServedTeam(folder);
                var client = HttpClient.newHttpClient()) {
            var ann = team.token("ann", "agent:ann");
            var before = team.get(EVENTS, ann).body().lines().count();
            var stream = client.send(events(team, ann).build(), BodyHandlers.ofLines());
            try (var lines = stream.body()) {
                var ids = ids(lines);
                assertThat(ids.limit(before)).containsExactlyElementsOf(numbers(1, before));
            }

            team.post("/v1/runs/team/claims", ann, "{}");

            var again = events(team, ann).header("Last-Event-ID", Long.toString(before));
            try (var lines = client.send(again.build(), BodyHandlers.ofLines()).body()) {
                assertThat(ids(lines).findFirst()).contains(Long.toString(before + 1));
            }
            assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        }
    }

    @Test
    void whoFollowsIsToldOfAnEventOfAnotherConnection() throws Exception {
        try (var team = new ServedTeam(folder);
                var client = HttpClient.newHttpClient()) {
            var ann = team.token("ann", "agent:ann");
            var seen = team.get(EVENTS, ann).body().lines().count();
            var from = events(team, ann).header("Last-Event-ID", Long.toString(seen));
            try (var lines = client.send(from.build(), BodyHandlers.ofLines()).body()) {
                team.post("/v1/runs/team/claims", ann, "{}");

                var first = lines.filter(line -> line.startsWith("data: "))
                        .findFirst()
                        .orElseThrow();

                var entry = JsonMapper.shared().readTree(first.substring("data: ".length()));
                assertThat(entry.get("version").asLong()).isEqualTo(seen + 1);
                assertThat(entry.get("event").get("type").asString()).isNotEmpty();
            }
        }
    }

    @Test
    void theSameEventsComeAsLinesOfJsonOrOfWords() throws Exception {
        try (var team = new ServedTeam(folder)) {
            var ann = team.token("ann", "read");
            var json = team.get(EVENTS + "?after=1", ann);
            var words = team.send(team.request(EVENTS + "?after=1", ann)
                    .header("Accept", "text/plain")
                    .GET());

            assertThat(json.headers().firstValue("Content-Type")).contains("application/jsonl");
            assertThat(json.body().lines().count())
                    .isEqualTo(words.body().lines().count());
            assertThat(words.body()).startsWith("2  2026-01-05T09:00:00Z  ");
            assertThat(team.get("/v1/log", ann).body()).contains("\"hash\"");
            assertThat(team.get("/v1/runs/other/events", ann).statusCode()).isEqualTo(404);
            assertThat(team.get(EVENTS + "?after=x", ann).statusCode()).isEqualTo(400);
        }
    }

    private static HttpRequest.Builder events(ServedTeam team, String secret) {
        return team.request(EVENTS, secret).header("Accept", "text/event-stream");
    }

    private static Stream<String> ids(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("id: ")).map(line -> line.substring("id: ".length()));
    }

    private static List<String> numbers(long first, long last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1)
                .map(Object::toString)
                .toList();
    }
}
