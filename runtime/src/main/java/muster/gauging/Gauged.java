package muster.gauging;

import java.math.BigDecimal;

/// What reading a metric came to.
public sealed interface Gauged {

    /// It was measured.
    record Value(BigDecimal value) implements Gauged {}

    /// It could not be; nothing is known of it.
    record Unknown(String why) implements Gauged {}
}
