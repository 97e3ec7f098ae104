package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.usage.ViewUse;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// `warehouse.views`: lists the views under old names with their use, and drops those whose time is over. A view that
/// somebody has changed, or still uses, is left alone and becomes a decision.
///
/// @param folder where files lie that arguments name
public record GraceViews(InstantSource clock, Path folder) implements SessionAction {
    private static final int SHOWN = 100;
    private static final int MOST_SHOWN = 100_000;
    private static final int WARN_DAYS = 7;
    private static final int MOST_DAYS = 3650;

    /// The action, which knows its arguments.
    public static SessionAction of(InstantSource clock, Path folder) {
        return new GraceViews(clock, folder)
                .knowing("do", "at", "log", "used", "recent-days", "warn-days", "show", "csv");
    }

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        var drop = arguments.oneOf("do", List.of("list", "drop")).equals("drop");
        var shown = arguments.number("show", SHOWN, MOST_SHOWN);
        var at = arguments.instant("at", clock.instant());
        var removal = Removal.of(arguments);
        var warned = at.plus(Duration.ofDays(arguments.number("warn-days", WARN_DAYS, MOST_DAYS)));
        var journal = Journal.open(session, call.key());
        var found = GraceView.read(session, Journal.time(at));
        var uses = uses(session, arguments, found, at.minus(removal.recent()));
        if (drop && uses.log() == ViewUse.Log.UNREADABLE && removal.policy() != Removal.Policy.DROP) {
            return new ActionResult.Failed(uses.source() + "\nMaybe used=drop, which drops views whoever reads them");
        }
        long dropped = drop ? new Dropping(journal, removal, uses, at).all(found) : 0;
        var views = drop ? GraceView.read(session, Journal.time(at)) : found;
        write(arguments.file("csv", folder), views, uses);
        var outputs = new Outputs();
        views.stream()
                .limit(shown)
                .forEach(each -> outputs.put("view." + each.view(), each.with(uses.of(each.view()))));
        return outputs.put("dropped", dropped)
                .put("views", views.size())
                .put("expired", views.stream().filter(GraceView::isOver).count())
                .put("ending", GraceView.endingBetween(session, Journal.time(at), Journal.time(warned)))
                .put("next-expiry", views.isEmpty() ? "none" : views.getFirst().expires())
                .put(
                        "used",
                        views.stream()
                                .filter(each -> removal.isRecent(uses.of(each.view()), at))
                                .count())
                .put("usage", uses.source())
                .succeeded();
    }

    private ViewUse uses(Session session, Arguments arguments, List<GraceView> views, Instant since)
            throws SQLException, IOException {
        var names = views.stream().map(GraceView::view).toList();
        var log = arguments.file("log", folder);
        return log == null ? ViewUse.of(session, names, clock.instant(), since) : ViewUse.of(names, log);
    }

    private static void write(@Nullable Path file, List<GraceView> views, ViewUse uses) throws IOException {
        if (file != null) {
            Files.writeString(
                    file,
                    views.stream()
                            .map(each -> each.csv(uses))
                            .collect(Collectors.joining("\n", GraceView.HEADER + "\n", "\n")));
        }
    }
}
