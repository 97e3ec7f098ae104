package muster.pack;

import java.util.Map;

/// A domain's contribution: actions by full name, such as `warehouse.rename`.
public record Pack(String name, Map<String, PackAction> actions) {
    public Pack {
        actions = Map.copyOf(actions);
    }
}
