package muster.advisories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import muster.advisories.Affected.Event;
import muster.advisories.Affected.Kind;
import muster.plan.Location;
import muster.plan.Problem;
import muster.probes.packages.Ecosystem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one record in the OSV format (https://ossf.github.io/osv-schema/). What it says of ecosystems that are not
/// audited is left out.
final class AdvisoryReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Problem> problems;

    /// @param problems gets what is wrong
    AdvisoryReader(List<Problem> problems) {
        this.problems = problems;
    }

    /// The record; none if it is withdrawn, or no record.
    @Nullable
    Advisory read(String name, byte[] bytes) {
        try {
            var root = JSON.readTree(bytes);
            if (root.path("id").isString() && root.path("affected").isMissingNode()) {
                return null;
            }
            if (!root.path("id").isString() || !root.path("affected").isArray()) {
                problems.add(new Problem(
                        new Location(name, 1, 1),
                        "no OSV record: 'id' or 'affected' is missing",
                        "Maybe name a file or folder of https://osv.dev records"));
                return null;
            }
            return root.hasNonNull("withdrawn") ? null : advisory(root);
        } catch (JacksonException e) {
            var at = e.getLocation();
            problems.add(Problem.at(
                    new Location(name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())),
                    "not JSON: " + e.getOriginalMessage()));
            return null;
        }
    }

    private static Advisory advisory(JsonNode root) {
        var affected = new ArrayList<Affected>();
        for (var node : root.path("affected")) {
            var ecosystem = ecosystem(node.path("package").path("ecosystem").asString(""));
            if (ecosystem != null) {
                affected.add(new Affected(
                        ecosystem,
                        ecosystem.normal(node.path("package").path("name").asString("")),
                        new HashSet<>(texts(node.path("versions"))),
                        ranges(node.path("ranges"))));
            }
        }
        return new Advisory(
                root.path("id").asString(),
                texts(root.path("aliases")),
                root.path("summary").asString(""),
                root.path("database_specific").path("severity").asString("").toUpperCase(Locale.ROOT),
                affected);
    }

    /// A suffix such as that of `Debian:12` names a release, which is not known of a declared package.
    private static @Nullable Ecosystem ecosystem(String word) {
        int colon = word.indexOf(':');
        return switch (colon < 0 ? word : word.substring(0, colon)) {
            case "PyPI" -> Ecosystem.PIP;
            case "npm" -> Ecosystem.NPM;
            case "crates.io" -> Ecosystem.CARGO;
            case "Maven" -> Ecosystem.MAVEN;
            case "Debian" -> Ecosystem.APT;
            default -> null;
        };
    }

    /// Those over versions; commits say nothing of a package.
    private static List<List<Event>> ranges(JsonNode ranges) {
        var all = new ArrayList<List<Event>>();
        for (var range : ranges) {
            if (!range.path("type").asString("").equals("GIT")) {
                all.add(range.path("events")
                        .valueStream()
                        .flatMap(node -> events(node).stream())
                        .toList());
            }
        }
        return all;
    }

    private static List<Event> events(JsonNode node) {
        var events = new ArrayList<Event>();
        for (var kind : Kind.values()) {
            var version = node.path(kind.name().toLowerCase(Locale.ROOT));
            if (version.isString()) {
                events.add(new Event(kind, version.asString()));
            }
        }
        return events;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }
}
