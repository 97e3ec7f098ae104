package muster.probes.files;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// Whether a file is there, and whether a deliverable has been written.
public record FileProbe(Ground ground, GitHistory git) {
    /// Characters of a printed page: 60 lines of 65. Source: the measure of a page in the summary's PDF layout.
    private static final int PAGE = 3_900;

    /// Places told of one deliverable.
    private static final int MOST_PLACES = 100;

    private static final Pattern UNWRITTEN =
            Pattern.compile("(?im)^.*(\\bTBD\\b|\\bTODO\\b|\\bFIXME\\b|lorem ipsum|<insert|\\[insert).*$");

    public List<Observation> there(String path) throws InterruptedException {
        var looked = ground.look(path);
        var seen = seen("file", looked);
        return looked instanceof Looked.Found
                ? List.of(seen, GitHistory.corroborating(git.tracked(looked)))
                : List.of(seen);
    }

    public List<Observation> tracked(String path) throws InterruptedException {
        return List.of(git.tracked(ground.look(path)), seen("file", ground.look(path)));
    }

    public List<Observation> written(String path) {
        var looked = ground.look(path);
        var seen = seen("deliverable", looked);
        if (!(looked instanceof Looked.Found found) || found.isEmpty()) {
            return List.of(seen);
        }
        var text = found.text();
        var places = UNWRITTEN
                .matcher(text)
                .results()
                .limit(MOST_PLACES)
                .map(match -> Findings.remark(
                        "unwritten",
                        path + ":"
                                + (1 + text.substring(0, match.start()).lines().count()),
                        "a place still to be written: " + match.group().strip()))
                .toList();
        return List.of(seen.with("pages", (text.length() + PAGE - 1) / PAGE).found(places));
    }

    private Observation seen(String kind, Looked looked) {
        return switch (looked) {
            case Looked.Found found -> found.isEmpty() ? empty(kind, found) : full(kind, found);
            case Looked.Large large ->
                Observation.pass(kind, large.path(), AssuranceLevel.EXISTS, large.path() + " exists")
                        .with("location", large.path())
                        .with("bytes", large.size())
                        .with("last-modified", large.modified().toString())
                        .found(Findings.remark("unread", large.path(), large.why()));
            case Looked.Absent absent -> absent(ground, kind, absent.path());
            case Looked.Refused refused ->
                Observation.fail(kind, refused.path(), AssuranceLevel.CLAIMED, refused.why())
                        .found(Findings.defect("refused", refused.path(), refused.why()));
        };
    }

    /// A missing file, with files of the same name elsewhere: they may have been moved.
    public static Observation absent(Ground ground, String kind, String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var elsewhere = ground.files(file -> file.toLowerCase(Locale.ROOT).endsWith("/" + name)).stream()
                .map(file -> Findings.remark("found-elsewhere", file, "a file of this name lies at " + file))
                .toList();
        return Observation.fail(kind, path, AssuranceLevel.CLAIMED, path + " does not exist")
                .found(Findings.defect("missing-file", path, "there is no such file"))
                .found(elsewhere);
    }

    private static Observation empty(String kind, Looked.Found found) {
        return described(
                        Observation.fail(kind, found.path(), AssuranceLevel.CLAIMED, found.path() + " is empty"), found)
                .found(Findings.defect("empty-file", found.path(), "the file has no content"));
    }

    private static Observation full(String kind, Looked.Found found) {
        return described(Observation.pass(kind, found.path(), AssuranceLevel.EXISTS, found.path() + " exists"), found);
    }

    public static Observation described(Observation seen, Looked.Found found) {
        return seen.with("location", found.path())
                .with("lines", found.lines())
                .with("bytes", found.bytes().length)
                .with("last-modified", found.modified().toString())
                .from(List.of(found.digest()));
    }
}
