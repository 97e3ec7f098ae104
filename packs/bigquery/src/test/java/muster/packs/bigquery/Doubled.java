package muster.packs.bigquery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.clouds.doubles.Loopback;
import muster.packs.bigquery.doubles.BigQueryRest;

/// A double of BigQuery with the way into it, and time that passes when somebody waits.
public final class Doubled implements AutoCloseable {
    private final BigQueryRest rest = new BigQueryRest();
    private final Loopback loopback = new Loopback(rest);
    private final List<Duration> waits = new ArrayList<>();
    private int patience = Integer.MAX_VALUE;
    private Instant now = Instant.parse("2025-12-14T09:00:00Z");

    public BigQueryRest rest() {
        return rest;
    }

    public Loopback loopback() {
        return loopback;
    }

    public List<Duration> waits() {
        return waits;
    }

    public Instant now() {
        return now;
    }

    public String address(String options) {
        return "bigquery://acme/raw?endpoint=" + loopback.address() + options;
    }

    public BigQueryAccess access() {
        return access("");
    }

    /// @param options of the address
    public BigQueryAccess access(String options) {
        try {
            var address = BigQueryAddress.of(address(options));
            return BigQueryAccess.over(BigQueryAccess.client(address), address, () -> now, this::pause);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Somebody interrupts after so many waits.
    public void interruptAfter(int more) {
        patience = waits.size() + more;
    }

    private void pause(Duration time) throws InterruptedException {
        if (waits.size() == patience) {
            patience = Integer.MAX_VALUE;
            throw new InterruptedException("by hand");
        }
        waits.add(time);
        now = now.plus(time);
    }

    @Override
    public void close() {
        loopback.close();
        rest.close();
    }
}
