package muster.packs.warehouse.features;

import muster.run.ActionCall;

/// How far a generation is, told from all lanes.
final class Done {
    private final ActionCall call;
    private final int tables;
    private int done;
    private int written;
    private long rows;

    Done(ActionCall call, int tables) {
        this.call = call;
        this.tables = tables;
    }

    /// @param rows 0 if the table was there
    synchronized void count(String table, long rows) {
        done++;
        written += rows > 0 ? 1 : 0;
        this.rows += rows;
        call.progress().accept((double) done / tables, table);
    }

    int tables() {
        return tables;
    }

    synchronized int written() {
        return written;
    }

    synchronized long rows() {
        return rows;
    }
}
