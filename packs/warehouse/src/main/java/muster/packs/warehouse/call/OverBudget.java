package muster.packs.warehouse.call;

/// The next batch would cross a limit, so it was not begun; what was done before stands.
public final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverBudget(String message) {
        super("over budget: " + message);
    }
}
