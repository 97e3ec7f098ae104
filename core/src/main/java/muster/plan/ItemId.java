package muster.plan;

/// Names any other entry of a plan: a claim, question, meeting, risk, alert rule and so on. Shape: see [Ids].
public record ItemId(String value) implements Comparable<ItemId> {
    public ItemId {
        Ids.require("ItemId", value);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
