package muster.probes.scripts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import muster.probes.files.FileProbe;
import muster.probes.files.GitHistory;
import muster.probes.packages.Requirements;
import muster.probes.scripts.builds.DockerfileReader;
import muster.probes.scripts.builds.YamlReader;
import muster.probes.scripts.python.ImportCheck;
import muster.probes.scripts.python.PythonInspector;
import muster.probes.scripts.python.PythonLints;
import muster.probes.scripts.python.PythonReader;
import muster.probes.scripts.python.StartedPrograms;
import muster.probes.scripts.reading.Reading;
import muster.probes.scripts.shell.ShellReader;
import muster.probes.scripts.sql.FittingRule;
import muster.probes.scripts.sql.SqlCheck;
import muster.probes.scripts.sql.SqlReader;
import muster.sandbox.Sandbox;

/// How far a script works: it is there, parses, finds what it refers to, answers `--help`, runs dry, passes its
/// tests. What lies above the level asked for is not tried.
public record ScriptProbe(
        Ground ground,
        GitHistory git,
        PythonReader pythonReader,
        PythonInspector inspector,
        ShellReader shellReader,
        SqlReader sqlReader,
        Trial trial,
        FurtherTrial further) {

    /// @param files look at the same folder
    public static ScriptProbe of(FileProbe files, ScriptMeans means) {
        var ground = files.ground();
        var inspector = new PythonInspector(ground, means.python(), means.launcher());
        var sql = new SqlCheck(means.catalogue());
        var naming = new FittingRule(means.naming(), means.catalogue());
        var lints = new PythonLints(inspector, means.catalogue(), naming);
        var imports = new ImportCheck(ground, inspector, means.packages(), Requirements.of(ground));
        var trial = new Trial(ground, new Sandbox(means.launcher()), means, naming);
        return new ScriptProbe(
                ground,
                files.git(),
                new PythonReader(means.python(), imports, sql, lints),
                inspector,
                new ShellReader(ground, means.launcher(), new StartedPrograms(ground, inspector)),
                new SqlReader(sql),
                trial,
                FurtherTrial.by(trial));
    }

    public List<Observation> of(Probe.Script script, AssuranceLevel level) throws InterruptedException {
        var looked = ground.look(script.path());
        return switch (looked) {
            case Looked.Large large ->
                List.of(Observation.inconclusive("script", large.path(), large.why())
                        .reaching(AssuranceLevel.EXISTS)
                        .found(Findings.remark(Reading.UNREAD, large.path(), large.why())));
            case Looked.Absent(String path) -> List.of(FileProbe.absent(ground, "script", path));
            case Looked.Refused(String path, String why) ->
                List.of(Observation.fail("script", path, AssuranceLevel.CLAIMED, why)
                        .found(Findings.defect("refused", path, why)));
            case Looked.Found found -> there(found, script.language(), level);
        };
    }

    private List<Observation> there(Looked.Found file, Language language, AssuranceLevel level)
            throws InterruptedException {
        var history = GitHistory.corroborating(git.tracked(file));
        var seen = new ArrayList<Observation>();
        if (file.isEmpty() && !isMarker(file.path())) {
            var empty = Observation.fail("script", file.path(), AssuranceLevel.CLAIMED, file.path() + " is empty")
                    .found(Findings.defect("empty-file", file.path(), "the file has no content"));
            return List.of(dated(FileProbe.described(empty, file), history), history);
        }
        var climb = new Climb(file.path(), level);
        var reading = read(file, language);
        climb(climb, reading);
        var observed = climb.observed().with(reading.attributes());
        seen.add(dated(FileProbe.described(observed, file), history));
        seen.add(history);
        if (climb.isHolding()) {
            further.of(file, reading, level).ifPresent(seen::add);
        }
        return seen;
    }

    private void climb(Climb climb, Reading reading) throws InterruptedException {
        climb.to(AssuranceLevel.EXISTS);
        if (climb.wants(AssuranceLevel.PARSES)) {
            climb.check(AssuranceLevel.PARSES, reading.syntax());
            reading.syntax().stream()
                    .filter(finding -> finding.code().equals(Reading.UNREAD))
                    .forEach(finding -> climb.unread(finding.message()));
        }
        if (climb.wants(AssuranceLevel.REFERENCES_RESOLVE)) {
            climb.note(reading.lints());
            climb.check(AssuranceLevel.REFERENCES_RESOLVE, reading.references());
        }
        trial.climb(climb, reading.way());
    }

    private Reading read(Looked.Found file, Language language) throws InterruptedException {
        return switch (language) {
            case PYTHON -> pythonReader.read(file);
            case SHELL -> shellReader.read(file);
            case SQL -> sqlReader.read(file);
            case DOCKERFILE -> new DockerfileReader(ground).read(file);
            case YAML -> new YamlReader(ground, shellReader).read(file);
            case JAVA -> new JavaReader(ground).read(file);
        };
    }

    /// The day of the last commit says more than the file's own time, which is that of the checkout.
    private static Observation dated(Observation seen, Observation history) {
        var commit = history.attributes().get("last-commit");
        boolean modified = "yes".equals(history.attributes().get("modified"));
        return commit == null || modified || history.result() != ProbeResult.PASS
                ? seen.with("last-modified-source", "file")
                : seen.with("last-modified", commit).with("last-modified-source", "git");
    }

    /// Python packages are marked by files without content.
    private static boolean isMarker(String path) {
        return Path.of(path).endsWith("__init__.py");
    }
}
