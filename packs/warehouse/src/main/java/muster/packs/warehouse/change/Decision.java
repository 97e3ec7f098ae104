package muster.packs.warehouse.change;

/// A table that is left alone until somebody has decided.
public record Decision(String table, String question) {
    @Override
    public String toString() {
        return table + ": " + question;
    }
}
