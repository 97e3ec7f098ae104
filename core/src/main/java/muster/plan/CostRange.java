package muster.plan;

/// An amount of money as a range; 0 <= least <= likely <= greatest, all in one currency.
public record CostRange(Money min, Money likely, Money max) {
    public CostRange {
        if (!min.currency().equals(likely.currency()) || !likely.currency().equals(max.currency())) {
            throw new IllegalArgumentException("a range of money needs one currency");
        }
        if (min.amount().signum() < 0
                || min.amount().compareTo(likely.amount()) > 0
                || likely.amount().compareTo(max.amount()) > 0) {
            throw new IllegalArgumentException(
                    "a range of money needs 0 <= min <= likely <= max, got " + min + ", " + likely + ", " + max);
        }
    }

    /// All three amounts the same.
    public static CostRange exactly(Money amount) {
        return new CostRange(amount, amount, amount);
    }

    /// The currency of all three.
    public String currency() {
        return likely.currency();
    }
}
