package muster.wiring.desk;

import java.io.IOException;
import java.time.InstantSource;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.Shown;
import muster.storage.Journal;
import muster.wiring.Workspace;

/// The desk of a workspace on this machine: opens its journal for each call.
public record LocalDesk(Workspace workspace, InstantSource clock) implements Desk {

    @Override
    public Shown ask(Call call, Form form) throws IOException, InterruptedException {
        return answer(call).shown(form);
    }

    private Reply answer(Call call) throws IOException, InterruptedException {
        var store = workspace.store();
        if (!store.exists()) {
            return new Reply.Refused(
                    Ending.NOT_FOUND,
                    "no journal at " + store + "; no run was begun there\nMaybe begin one: muster run");
        }
        try (var journal = opened(call.route());
                var desk = new OpenDesk(workspace, journal, clock)) {
            return desk.answer(call);
        }
    }

    private Journal opened(Route route) {
        return route == Route.STATUS || route == Route.RUN
                ? workspace.store().openReadOnly()
                : workspace.store().open();
    }
}
