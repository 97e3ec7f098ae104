package muster.notify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import muster.notices.Notice;
import muster.observation.Redaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A notice as receivers get it: CloudEvents 1.0 in its JSON form, whose `id` and `source` name the notice.
final class Envelope {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Envelope() {}

    /// What is known to be secret, or looks like it, is taken out.
    static String text(Notice notice, Redaction redaction) {
        var said = notice.said();
        var tree = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", notice.key())
                .put("source", "/v1/runs/" + notice.run())
                .put("type", "muster.notice." + notice.kind().word())
                .put("time", notice.at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("subject", said.about())
                .put("datacontenttype", "application/json");
        var told = tree.putObject("data")
                .put("run", notice.run().value())
                .put("kind", notice.kind().word())
                .put("about", said.about())
                .put("text", redaction.redact(said.text()));
        said.to().forEach(told.putArray("to")::add);
        return tree.toString();
    }

    /// What a text of [#text] tells: `run`, `kind`, `to`, `about`, `text`.
    static JsonNode told(String text) {
        return JSON.readTree(text).path("data");
    }

    /// When that happened which a text of [#text] tells.
    static Instant time(String text) {
        return Instant.parse(JSON.readTree(text).path("time").asString(""));
    }
}
