package muster.packs.warehouse.call;

import java.util.TreeMap;
import muster.run.ActionResult;

/// The figures of a result, gathered one by one.
public final class Outputs {
    private final TreeMap<String, String> figures = new TreeMap<>();

    public Outputs put(String name, long figure) {
        return put(name, Long.toString(figure));
    }

    public Outputs put(String name, String text) {
        figures.put(name, text);
        return this;
    }

    public ActionResult succeeded() {
        return new ActionResult.Succeeded(figures);
    }
}
