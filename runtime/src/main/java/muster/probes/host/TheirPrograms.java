package muster.probes.host;

import muster.observation.Observation;
import muster.plan.Probe;
import muster.probes.packages.DpkgQuery;
import muster.probes.packages.ToolProbe;

/// Whether programs and Debian packages are installed on another machine. Programs are looked for where
/// the system keeps them, as on this one.
record TheirPrograms(Inquiry inquiry) {
    private static final String FIND = "for d in /usr/bin /bin /usr/sbin /sbin /usr/local/bin /snap/bin; do "
            + "[ -x \"$d/$1\" ] && { echo \"$d/$1\"; exit 0; }; done; exit 1";

    Observation of(Probe.Tool tool) {
        var name = tool.name();
        var found = ToolProbe.isName(name) ? inquiry.of("/bin/sh", "-c", FIND, "sh", name) : null;
        if (found == null || found.exit() != 0) {
            return ToolProbe.missing(name, tool.range());
        }
        var question = ToolProbe.question(name, found.stdout().strip());
        var answer = inquiry.of(question.toArray(String[]::new));
        return ToolProbe.answered(name, tool.range(), answer.exit(), answer.stdout() + answer.stderr())
                .about(question)
                .printing(answer.stdout() + answer.stderr());
    }

    Observation of(Probe.Dependency wanted) {
        var name = wanted.name();
        return DpkgQuery.isName(name)
                ? DpkgQuery.judged(
                        name,
                        wanted.range(),
                        inquiry.of(DpkgQuery.of("dpkg-query", name).toArray(String[]::new))
                                .stdout())
                : Observation.error("package", name, "no package of this ecosystem can have this name");
    }
}
