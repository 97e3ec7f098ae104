package muster.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import muster.packs.warehouse.call.MissingFile;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.call.WrongFile;
import muster.packs.warehouse.change.Decision;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.run.ActionResult;
import muster.wiring.NamingStandards;
import muster.wiring.UnreadableInput;
import muster.wiring.WarehouseCall;
import muster.wiring.WarehouseMode;
import muster.wiring.WarehouseRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Performs one action of the warehouse pack by hand.
@Command(mixinStandardHelpOptions = true)
final class WarehouseActionCommand implements Callable<Integer> {
    /// Those whose statements join or copy whole tables.
    private static final Set<String> HEAVY = Set.of("consolidate", "drop", "extract");

    /// Those that work on files alone, on an engine in memory.
    private static final Set<String> ON_FILES = Set.of("merge", "validate-training");

    /// A batch that has begun is finished or taken back.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Console console;
    private final InstantSource clock;
    private final String action;

    @Mixin
    private final WarehouseOptions warehouse = new WarehouseOptions();

    @Parameters(paramLabel = "NAME=VALUE", description = "arguments of the action, listed below")
    private final List<String> words = new ArrayList<>();

    @Option(names = "--key", paramLabel = "KEY", description = "names the change; default: the action's name")
    private @Nullable String key;

    @Option(
            names = "--standard",
            paramLabel = "NAME",
            defaultValue = "m008",
            description = "m008, or a rule file; default: m008")
    @SuppressWarnings("NullAway.Init")
    private String standard;

    @Option(names = "--dry-run", description = "print every statement that would be carried out, and change nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    WarehouseActionCommand(Console console, InstantSource clock, String action) {
        this.console = console;
        this.clock = clock;
        this.action = action;
    }

    @Override
    public Integer call() throws IOException {
        try {
            return call(access(), named()).code();
        } catch (MissingFile e) {
            return console.refuse(Exit.NOT_FOUND, action + ": " + e.getMessage())
                    .code();
        } catch (WrongArgument e) {
            return console.refuse(Exit.USAGE, action + ": " + e.getMessage()).code();
        } catch (WrongFile e) {
            console.say(String.valueOf(e.getMessage()));
            return Exit.INVALID.code();
        } catch (OverBudget e) {
            return console.refuse(Exit.OVER_BUDGET, action + ": " + e.getMessage())
                    .code();
        } catch (UnreadableInput e) {
            return console.refuse(e.problems()).code();
        } catch (SQLException e) {
            return UnreachableWarehouse.told(console, e).code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return console.refuse(
                            Exit.TRY_AGAIN,
                            e.getMessage() + "\nMaybe go on by the same command: what is done is written down")
                    .code();
        }
    }

    /// The arguments by their names.
    private SortedMap<String, String> named() {
        var named = new TreeMap<String, String>();
        for (var word : words) {
            int at = word.indexOf('=');
            if (at < 1) {
                throw new WrongArgument("expected NAME=VALUE, got '" + word + "'");
            }
            if (named.put(word.substring(0, at), word.substring(at + 1)) != null) {
                throw new WrongArgument(word.substring(0, at) + " is given twice");
            }
        }
        return named;
    }

    private WarehouseAccess access() throws SQLException {
        if (ON_FILES.contains(action)) {
            return DuckDbFile::inMemory;
        }
        if (HEAVY.contains(action)) {
            return warehouse.apart(console.environment());
        }
        return action.equals("generate")
                ? warehouse.orNew(console.environment())
                : warehouse.access(console.environment());
    }

    /// The connection that is held shows whether the warehouse answers, and keeps an embedded one open meanwhile.
    private Exit call(WarehouseAccess access, SortedMap<String, String> named)
            throws IOException, SQLException, InterruptedException {
        try (var _ = access.open()) {
            var call = new WarehouseCall(
                    access,
                    NamingStandards.of(standard),
                    warehouse.workspace().get().root());
            return perform(call, named);
        }
    }

    private Exit perform(WarehouseCall call, SortedMap<String, String> given)
            throws IOException, InterruptedException, SQLException {
        var statements = new ArrayList<String>();
        WarehouseMode mode = dryRun ? new WarehouseMode.Rehearsal(statements::add) : new WarehouseMode.Real();
        var named = key == null ? action : key;
        var request = new WarehouseRequest(action, named, given, mode);
        var progress = new ProgressLine(console, clock);
        var result = Interruption.during(GRACE, () -> call.perform(request, clock, progress));
        var decisions =
                dryRun || !(result instanceof ActionResult.Succeeded) ? List.<Decision>of() : call.decisions(named);
        if (json) {
            json(result, statements, decisions);
        } else {
            statements.forEach(statement -> console.data(statement + ";"));
        }
        return tell(result, decisions);
    }

    private Exit tell(ActionResult result, List<Decision> decisions) {
        return switch (result) {
            case ActionResult.Succeeded(var figures) -> succeeded(figures, decisions);
            case ActionResult.Failed(var why) -> console.refuse(Exit.NO, action + ": " + why);
            case ActionResult.NeedsDecision(var questions) -> {
                questions.forEach(console::say);
                yield console.refuse(Exit.NO, action + ": " + questions.size() + " decisions are needed");
            }
        };
    }

    private Exit succeeded(SortedMap<String, String> figures, List<Decision> decisions) {
        decisions.forEach(each -> console.say("to be decided: " + each));
        if (dryRun) {
            console.say("nothing was changed; it would be: " + figures);
        } else if (!json) {
            figures.forEach((name, figure) -> console.data(name + " " + figure));
        }
        return Exit.YES;
    }

    private void json(ActionResult result, List<String> statements, List<Decision> decisions) {
        var tree = console.object().put("action", action).put("dry_run", dryRun);
        switch (result) {
            case ActionResult.Succeeded(var figures) -> {
                var list = tree.put("outcome", "succeeded").putObject("figures");
                figures.forEach(list::put);
            }
            case ActionResult.Failed(var why) -> tree.put("outcome", "failed").put("why", why);
            case ActionResult.NeedsDecision(var questions) -> {
                var list = tree.put("outcome", "needs-decision").putArray("questions");
                questions.forEach(list::add);
            }
        }
        var list = tree.putArray("statements");
        statements.forEach(list::add);
        var open = tree.putArray("decisions");
        decisions.forEach(each -> open.addObject().put("table", each.table()).put("question", each.question()));
        console.json("muster.warehouse-action/1", tree);
    }
}
