package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.Shown;
import muster.desk.WrongField;
import muster.storage.Journal;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// The desk of a workspace on this machine: opens its journal for each call.
///
/// @param engine brings what is said to the runs; null if they are told here
public record LocalDesk(
        Workspace workspace, InstantSource clock, @Nullable Engine engine) implements Desk {
    /// They are answered from a journal that nobody may write, too.
    private static final Set<Route> LOOKING =
            Set.of(Route.STATUS, Route.RUN, Route.LOG, Route.LOG_VERIFY, Route.LOG_EXPORT);

    /// A desk that tells runs itself.
    public LocalDesk(Workspace workspace, InstantSource clock) {
        this(workspace, clock, null);
    }

    @Override
    public Shown ask(Call call, Form form) throws IOException, InterruptedException {
        return answer(call).shown(form);
    }

    /// The answer before it is shown.
    ///
    /// @throws IOException if a file that is needed cannot be read
    public Reply answer(Call call) throws IOException, InterruptedException {
        if (call.route() == Route.BEGIN || call.route() == Route.REPLAN) {
            return ofPlan(call);
        }
        if (call.route() == Route.REPLANNING && !Files.exists(plan(call))) {
            return PlanToRun.missing(plan(call));
        }
        if (!workspace.store().exists()) {
            return noJournal();
        }
        try (var journal = opened(call.route());
                var desk = new OpenDesk(Setting.brought(workspace, journal, clock, engine))) {
            return call.route() == Route.REPLANNING ? desk.replanning(call, plan(call)) : desk.answer(call);
        } catch (WrongField wrong) {
            return new Reply.Refused(Ending.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private Path plan(Call call) {
        return Path.of(call.fields().text("plan", workspace.plan().toString()));
    }

    /// Any plan file of this machine; the journal is made only if the plan is right.
    private Reply ofPlan(Call call) throws IOException {
        try {
            return PlanToRun.with(workspace, plan(call), call.fields(), read -> {
                if (call.route() == Route.REPLAN && !workspace.store().exists()) {
                    return noJournal();
                }
                try (var journal = workspace.store().open()) {
                    return new BeginReplies(Setting.brought(workspace, journal, clock, engine))
                            .reply(Prose.clean(call), read);
                }
            });
        } catch (WrongField wrong) {
            return new Reply.Refused(Ending.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public Shown lines(Call call, Form form, Consumer<String> line) {
        if (!workspace.store().exists()) {
            return noJournal().shown(form);
        }
        try (var journal = opened(call.route());
                var desk = new OpenDesk(Setting.brought(workspace, journal, clock, engine))) {
            var refused = desk.lines(call, form, line);
            return refused == null ? new Shown(Ending.YES.exit(), List.of(), List.of()) : refused.shown(form);
        }
    }

    private Reply noJournal() {
        return new Reply.Refused(
                Ending.NOT_FOUND,
                "no journal at " + workspace.store() + "; no run was begun there\nMaybe begin one: muster run");
    }

    private Journal opened(Route route) {
        return LOOKING.contains(route)
                ? workspace.store().openReadOnly()
                : workspace.store().open();
    }
}
