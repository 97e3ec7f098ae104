package muster.probes.scripts.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;

/// Variables that a shell script uses without giving them a value or a fallback; they must come from the
/// environment.
final class ShellVariables {
    private static final Pattern USED =
            Pattern.compile("(?<!\\\\)\\$(?:\\{([A-Za-z_]\\w*)[}/%#^,\\[]|([A-Za-z_]\\w*))");
    private static final Pattern GIVEN = Pattern.compile(
            "(?m)(?:^|[\\s;(])(?:(?:export|local|declare|readonly|typeset)\\s+(?:-\\w+\\s+)*)?([A-Za-z_]\\w*)\\+?="
                    + "|\\bfor\\s+([A-Za-z_]\\w*)\\b|\\$\\{([A-Za-z_]\\w*):?[-=?]");
    private static final Pattern READ = Pattern.compile("\\b(?:read|mapfile|readarray|getopts)\\b([^;|\\n]*)");

    private static final int MOST = 100;

    /// Variables that every shell or every login has.
    private static final Set<String> ALWAYS = Set.of(
            "HOME",
            "PATH",
            "PWD",
            "OLDPWD",
            "USER",
            "SHELL",
            "LANG",
            "TERM",
            "TMPDIR",
            "HOSTNAME",
            "UID",
            "EUID",
            "PPID",
            "RANDOM",
            "SECONDS",
            "LINENO",
            "BASH_SOURCE",
            "BASH_VERSION",
            "FUNCNAME",
            "PIPESTATUS",
            "OPTARG",
            "OPTIND",
            "REPLY",
            "IFS",
            "OSTYPE",
            "BASHPID",
            "EDITOR",
            "LOGNAME",
            "COLUMNS",
            "LINES");

    private ShellVariables() {}

    static List<Finding> unset(String path, String text) {
        var plain = text.replaceAll("(?m)(?:^|[ \\t])#.*$", "").replaceAll("'[^'\\n]*'", "''");
        var given = new HashSet<>(ALWAYS);
        GIVEN.matcher(plain).results().forEach(match -> {
            for (int group = 1; group <= match.groupCount(); group++) {
                given.add(String.valueOf(match.group(group)));
            }
        });
        READ.matcher(plain)
                .results()
                .forEach(match -> given.addAll(List.of(match.group(1).strip().split("\\s+", -1))));
        return USED.matcher(plain)
                .results()
                .filter(match -> given.add(match.group(1) == null ? match.group(2) : match.group(1)))
                .limit(MOST)
                .map(match -> Findings.remark(
                        "unset-variable",
                        path + ":"
                                + (1
                                        + plain.substring(0, match.start())
                                                .chars()
                                                .filter(c -> c == '\n')
                                                .count()),
                        match.group() + " is used, but gets no value in this script"))
                .toList();
    }
}
