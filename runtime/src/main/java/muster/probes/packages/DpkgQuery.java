package muster.probes.packages;

import java.util.List;
import java.util.regex.Pattern;
import muster.observation.Observation;

/// What Debian's list of installed packages is asked, and what it answers. Source: dpkg-query(1).
public final class DpkgQuery {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.+-]*(?::[a-z0-9-]+)?");
    private static final String INSTALLED = "installed ";

    private DpkgQuery() {}

    /// Whether a package of Debian can be called so; no other name is ever asked for.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The question for all installed versions of a package.
    public static List<String> of(String program, String name) {
        return List.of(program, "-W", "-f=${db:Status-Status} ${Version}\\n", name);
    }

    static List<String> versions(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith(INSTALLED))
                .map(line -> line.substring(INSTALLED.length()).strip())
                .distinct()
                .toList();
    }

    /// What follows from the answer for a range of versions.
    public static Observation judged(String name, String range, String answer) {
        var versions = versions(answer);
        return DependencyProbe.judged(
                Ecosystem.APT.notation(), name, range, DependencyProbe.best(Ecosystem.APT, range, versions));
    }
}
