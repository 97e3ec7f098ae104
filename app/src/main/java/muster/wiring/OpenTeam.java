package muster.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.coordination.Delivered;
import muster.coordination.HandOffNote;
import muster.coordination.MeetingKind;
import muster.coordination.MeetingRules;
import muster.coordination.Minutes;
import muster.engines.RunTeam;
import muster.engines.Told;
import muster.json.Sha256;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The team of a run in a workspace's journal, which others keep open.
public final class OpenTeam {
    private final Workspace workspace;
    private final RunTeam team;

    private OpenTeam(Workspace workspace, RunTeam team) {
        this.workspace = workspace;
        this.team = team;
    }

    /// The team of a run that has begun.
    public static OpenTeam on(Workspace workspace, RunTeam team) throws IOException {
        var open = new OpenTeam(workspace, team);
        open.attend();
        return open;
    }

    /// Reads what others appended, and tells what is due.
    public void attend() throws IOException {
        team.settle();
        agree();
        Gatekeeper.attend(team, workspace);
    }

    /// The team.
    public RunTeam team() {
        return team;
    }

    /// The first command of a team copies its charter from the plan file; without one, members are the owners of steps.
    private void agree() throws IOException {
        if (!team.state().charter().equals(Charter.NONE)) {
            return;
        }
        var charter =
                Files.exists(workspace.plan()) && Documents.plan(workspace.plan()) instanceof Parsed.Ok<Plan>(var plan)
                        ? Charter.of(plan, parts(plan))
                        : owners();
        if (!charter.equals(Charter.NONE)) {
            team.tell(new CoordinationCommand.Agree(charter), "agree");
        }
    }

    /// None if they cannot be read any more.
    private Map<TaskId, Plan> parts(Plan plan) throws IOException {
        return PlanParts.of(workspace.plan(), plan) instanceof Parsed.Ok<SortedMap<TaskId, Plan>>(var parts)
                ? parts
                : Map.of();
    }

    private Charter owners() {
        var members = team.state().run().plan().steps().stream()
                .flatMap(step -> step.owners().stream())
                .distinct()
                .map(agent -> new Charter.Member(agent, agent.value()))
                .toList();
        return new Charter(members, List.of(), List.of(), List.of());
    }

    /// Tells the team a command.
    public Told tell(CoordinationCommand command, String key) {
        var told = team.tell(command, key);
        Gatekeeper.attend(team, workspace);
        return told;
    }

    /// The minutes of a day's meeting.
    public Minutes minutes(MeetingKind kind, LocalDate date) {
        return MeetingRules.minutes(team.state().run().plan().id(), team.history(), kind, date);
    }

    /// The note with the hash of each deliverable that is a file of the workspace.
    public HandOffNote hashed(HandOffNote note) {
        return note.delivering(note.deliverables().stream()
                .map(each -> new Delivered(each.what(), hash(each.what())))
                .toList());
    }

    /// SHA-256 of each file that was offered, by path; without those that are gone.
    public SortedMap<String, String> found(HandOffNote note) {
        var found = new TreeMap<String, String>();
        for (var each : note.deliverables()) {
            var hash = hash(each.what());
            if (hash != null) {
                found.put(each.what(), hash);
            }
        }
        return found;
    }

    /// Words are no path, and neither is what lies outside the workspace.
    private @Nullable String hash(String what) {
        try {
            var file = WorkspaceFile.of(workspace.root(), what);
            return file != null && Files.isRegularFile(file) ? Sha256.of(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
