package muster.probes.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// What git knows of a file.
public record GitHistory(GitIndex index) {
    /// Of a file that is expected to be tracked.
    public Observation tracked(Looked looked) throws InterruptedException {
        return switch (index.of(looked.path())) {
            case GitIndex.Answer.Tracked tracked -> committed(looked, tracked);
            case GitIndex.Answer.Untracked _ -> untracked(looked);
            case GitIndex.Answer.NoRepository(String why) -> Observation.inconclusive("git", looked.path(), why);
            case GitIndex.Answer.NotAsked(String why) -> Observation.notRun("git", looked.path(), why);
        };
    }

    private static Observation untracked(Looked looked) {
        return Observation.fail("git", looked.path(), AssuranceLevel.CLAIMED, looked.path() + " is not tracked by git")
                .with("tracked", "no")
                .found(Findings.defect("untracked", looked.path(), "nobody else has this file: it is not in git"));
    }

    private static Observation committed(Looked looked, GitIndex.Answer.Tracked tracked) {
        var seen = Observation.pass("git", looked.path(), AssuranceLevel.EXISTS, looked.path() + " is tracked by git")
                .with("tracked", "yes");
        var last = tracked.last();
        if (last != null) {
            seen = seen.with("last-commit", last.committed())
                    .with("last-author-date", last.authored())
                    .with("commit", last.id());
        }
        return switch (looked) {
            case Looked.Found found -> compared(seen.from(List.of(found.digest())), found, tracked.blob());
            case Looked.Absent absent ->
                Observation.fail(
                                "git",
                                absent.path(),
                                AssuranceLevel.CLAIMED,
                                absent.path() + " is in git, but deleted here")
                        .with(seen.attributes())
                        .found(Findings.defect("deleted", absent.path(), "the working copy lacks a file that git has"));
            case Looked.Large _, Looked.Refused _ -> seen;
        };
    }

    private static Observation compared(Observation seen, Looked.Found found, String blob) {
        return blob.equals(blob(found.bytes()))
                ? seen.with("modified", "no")
                : seen.with("modified", "yes")
                        .found(Findings.remark("uncommitted", found.path(), "it differs from what git has"));
    }

    /// The name git gives to a file's content. Source: the git object format, `blob`, a blank, the length, a zero byte.
    private static String blob(byte[] bytes) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha1.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /// Version control corroborates that a file is there; that it does not know the file disproves nothing.
    public static Observation corroborating(Observation git) {
        return git.result() == ProbeResult.FAIL
                ? Observation.inconclusive(git.kind(), git.subject().getFirst(), git.summary())
                        .with(git.attributes())
                        .found(git.findings().stream()
                                .map(finding -> Findings.remark(finding.code(), finding.place(), finding.message()))
                                .toList())
                : git;
    }
}
