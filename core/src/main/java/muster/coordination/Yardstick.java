package muster.coordination;

/// A metric, and which way it is better.
public record Yardstick(String metric, Better better) {

    /// Which of two values is the better one.
    public enum Better {
        LOWER,
        HIGHER
    }
}
