package muster.packs.warehouse.features;

import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;

/// How far a generation is, told from all lanes.
final class Done {
    private final ActionCall call;
    private final int tables;
    private int done;
    private int written;
    private int told;
    private long rows;

    Done(ActionCall call, int tables) {
        this.call = call;
        this.tables = tables;
    }

    synchronized void count(String table, Outcome outcome) {
        done++;
        switch (outcome) {
            case Outcome.There() -> {}
            case Outcome.Told() -> told++;
            case Outcome.Written(long more) -> {
                written++;
                rows += more;
            }
        }
        call.progress().accept((double) done / tables, table);
    }

    /// The figures: of a dry run that only tells, what it has told.
    synchronized Outputs figures(Session session) {
        var outputs = new Outputs().put("tables", tables);
        return session.onlyTells()
                ? outputs.put("told", told)
                : outputs.put("written", written).put("rows.written", rows);
    }
}
