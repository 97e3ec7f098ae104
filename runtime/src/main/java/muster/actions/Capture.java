package muster.actions;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.json.Sha256;

/// What is kept of the output of an action: secrets out first, then cut to size, with the hash of what was there after
/// the first.
///
/// @param redact takes secrets out
record Capture(UnaryOperator<String> redact) {
    /// Bytes of an output that are looked at at all.
    static final int READ = 1 << 16;

    /// Characters kept of one: enough for an error message, little enough for a journal.
    static final int KEPT = 4096;

    /// Of these, from the beginning; the end is where errors stand.
    private static final int HEAD = 1024;

    private static final String CUT = "\n[... cut ...]\n";

    String text(String raw) {
        return cut(redact.apply(raw));
    }

    /// Two outputs, each with the hash of its redacted text where it was cut.
    SortedMap<String, String> outputs(String stdout, String stderr) {
        var outputs = new TreeMap<String, String>();
        put(outputs, "stdout", stdout);
        put(outputs, "stderr", stderr);
        return outputs;
    }

    void put(SortedMap<String, String> outputs, String name, String raw) {
        var clean = redact.apply(raw);
        outputs.put(name, cut(clean));
        if (clean.length() > KEPT) {
            outputs.put(name + "-sha256", Sha256.of(clean));
        }
    }

    private static String cut(String clean) {
        return clean.length() <= KEPT
                ? clean
                : clean.substring(0, HEAD) + CUT + clean.substring(clean.length() - (KEPT - HEAD - CUT.length()));
    }
}
