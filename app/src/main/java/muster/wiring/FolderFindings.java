package muster.wiring;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import muster.audit.AuditFinding;
import muster.observation.Ground;
import muster.plan.Severity;

/// Whether all files of a folder have been listed. The list is counted by a second path: what git tracks must be in it.
///
/// @param tracked by git; empty if nothing is known of that
record FolderFindings(Ground ground, SortedSet<String> tracked) {
    /// More are counted.
    static final int MOST = 20;

    List<AuditFinding> all() {
        var listing = ground.listing();
        var findings = new ArrayList<AuditFinding>();
        if (listing.stopped()) {
            findings.add(finding(
                    "listing-stopped",
                    Severity.P1,
                    "the list of files stopped at " + listing.files().size() + "; that nothing is missed is not shown",
                    "."));
        } else {
            findings.addAll(missed(new HashSet<>(listing.files())));
        }
        findings.addAll(each(
                listing.outside(),
                "link-leads-out",
                "it is a link that leads out of the folder, or to nothing; it is not followed"));
        findings.addAll(each(
                listing.unread(),
                "unread-folder",
                "it cannot be opened, or lies too deep; what it holds is not known"));
        return findings;
    }

    private List<AuditFinding> missed(Set<String> listed) {
        var missed = tracked.stream()
                .filter(path -> !listed.contains(path) && !Ground.isLeftOut(path))
                .filter(path -> Files.isRegularFile(ground.root().resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
        return missed.isEmpty()
                ? List.of()
                : List.of(finding(
                        "listing-incomplete",
                        Severity.P1,
                        "git tracks " + missed.size() + " files that the list of files lacks, such as "
                                + missed.getFirst(),
                        missed.getFirst()));
    }

    private static List<AuditFinding> each(List<String> paths, String code, String what) {
        var findings = new ArrayList<AuditFinding>();
        paths.stream().limit(MOST).forEach(path -> findings.add(finding(code, Severity.P2, what, path)));
        if (paths.size() > MOST) {
            findings.add(finding(code, Severity.P2, what + ": " + (paths.size() - MOST) + " more", paths.get(MOST)));
        }
        return findings;
    }

    private static AuditFinding finding(String code, Severity severity, String message, String place) {
        return new AuditFinding(code, severity, message, place, List.of());
    }
}
