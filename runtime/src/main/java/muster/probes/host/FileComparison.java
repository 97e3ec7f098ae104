package muster.probes.host;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;
import muster.plan.HostProbe.FileType;

/// Holds what stands at a path against what should.
record FileComparison(Accounts accounts) {
    static final String KIND = "file";

    Observation of(HostProbe.FileState wanted, FileLook look) throws IOException, InterruptedException {
        var stamp = look.stamp();
        var content = look.read(part(wanted));
        var size = wanted.size() == null ? 0 : stamp.isDirectory() ? look.entries() : stamp.size();
        var compared = new Comparison(KIND, wanted.path())
                .same("type", wanted.type() == null ? null : word(wanted.type()), type(stamp))
                .same("mode", wanted.mode(), stamp.permissions())
                .same("sha256", wanted.sha256(), content.sha256())
                .like("size", wanted.size(), new Value.Numeric(BigDecimal.valueOf(size)));
        if (wanted.linksTo() != null) {
            compared.same("target", wanted.linksTo(), look.linksTo());
        }
        if (content.text() != null) {
            wanted.contents().forEach(one -> compared.like("contents", one, new Value.Text(content.text())));
        }
        return described(owned(compared, wanted, stamp).seen(AssuranceLevel.EXISTS, wanted.path() + " exists"), stamp);
    }

    private Comparison owned(Comparison compared, HostProbe.FileState wanted, FileStamp stamp)
            throws InterruptedException {
        if (wanted.owner() != null) {
            compared.same("owner", wanted.owner(), accounts.owner(stamp.uid()));
        }
        if (wanted.group() != null) {
            compared.same("group", wanted.group(), accounts.groupName(stamp.gid()));
        }
        return compared;
    }

    private static Observation described(Observation seen, FileStamp stamp) {
        var described = seen.with("type", type(stamp)).with("mode", stamp.permissions());
        return (stamp.isDirectory() ? described : described.with("bytes", stamp.size()))
                .with("last-modified", stamp.modified().toString());
    }

    private static FileContent.Part part(HostProbe.FileState wanted) {
        if (wanted.contents().isEmpty()) {
            return wanted.sha256() == null ? FileContent.Part.NOTHING : FileContent.Part.HASH;
        }
        return wanted.sha256() == null ? FileContent.Part.TEXT : FileContent.Part.BOTH;
    }

    /// Whether the link itself is looked at and not what it leads to.
    static boolean isOfLink(HostProbe.FileState wanted) {
        return wanted.type() == FileType.LINK || wanted.linksTo() != null;
    }

    static Observation missing(String path) {
        return Comparison.missing(KIND, path, path + " does not exist");
    }

    static Observation absent(String path) {
        return Observation.pass(KIND, path, AssuranceLevel.EXISTS, "nothing is at " + path);
    }

    static Observation present(String path, FileStamp there) {
        return new Comparison(KIND, path)
                .differs("presence", path + " exists, expected nothing there")
                .seen(AssuranceLevel.EXISTS, "")
                .with("type", type(there));
    }

    private static String word(FileType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String type(FileStamp stamp) {
        if (stamp.isLink()) {
            return word(FileType.LINK);
        }
        if (stamp.isDirectory()) {
            return word(FileType.DIRECTORY);
        }
        return stamp.isRegular() ? word(FileType.FILE) : "device, pipe or socket";
    }
}
