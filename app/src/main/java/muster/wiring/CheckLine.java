package muster.wiring;

import muster.audit.ProbeResult;
import muster.plan.Need;
import muster.probes.Checked;

/// The outcome of one check as a line: for people, or as JSON.
final class CheckLine {
    private static final String HEX = "0123456789abcdef";

    private CheckLine() {}

    /// What an outcome means for the whole list.
    enum Met {
        YES,
        NO,
        /// Not met, but the list can do without.
        NOT_NEEDED,
        /// The probe proved neither.
        UNKNOWN;

        static Met of(Checked checked) {
            return of(checked.check().need(), checked.isMet() ? ProbeResult.PASS : below(checked.result()));
        }

        static Met of(Need need, ProbeResult result) {
            return switch (result) {
                case PASS -> YES;
                case FAIL -> need == Need.OPTIONAL ? NOT_NEEDED : NO;
                case ERROR, NOT_RUN, INCONCLUSIVE -> need == Need.OPTIONAL ? NOT_NEEDED : UNKNOWN;
            };
        }

        /// What passed and did not get as far as was asked, did not do.
        private static ProbeResult below(ProbeResult result) {
            return result == ProbeResult.PASS ? ProbeResult.FAIL : result;
        }
    }

    /// Whether an outcome was seen in this run or taken from an earlier one.
    enum Origin {
        PROBED,
        REUSED
    }

    static String plain(Remembered.Row row) {
        return row.result() + " " + row.id() + (row.met() == Met.YES ? "" : ": " + shown(row.summary()));
    }

    static String json(Remembered.Row row, Origin origin) {
        var text = new StringBuilder(160).append("{\"id\":");
        quote(text, row.id());
        quote(text.append(",\"kind\":"), row.kind());
        quote(text.append(",\"target\":"), row.target());
        quote(text.append(",\"result\":"), row.result().name());
        text.append(",\"met\":").append(row.met() == Met.YES);
        text.append(",\"reused\":").append(origin == Origin.REUSED);
        quote(text.append(",\"summary\":"), row.summary());
        return text.append('}').toString();
    }

    /// Control characters could move the cursor of a terminal.
    private static String shown(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> plain.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point));
        return plain.toString();
    }

    /// Source: RFC 8259, section 7.
    private static void quote(StringBuilder text, String value) {
        text.append('"');
        int plain = plainUntil(value);
        text.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            escape(text, value.charAt(i));
        }
        text.append('"');
    }

    private static void escape(StringBuilder text, char letter) {
        if (isPlain(letter)) {
            text.append(letter);
        } else if (letter == '"' || letter == '\\') {
            text.append('\\').append(letter);
        } else {
            text.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                text.append(HEX.charAt((letter >> shift) & 0xF));
            }
        }
    }

    private static int plainUntil(String value) {
        int i = 0;
        while (i < value.length() && isPlain(value.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char letter) {
        return letter >= ' ' && letter != '"' && letter != '\\' && !Character.isSurrogate(letter);
    }
}
