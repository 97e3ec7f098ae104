package muster.http;

import java.io.IOException;

/// Finds out how things are; may take as long as an audit.
@FunctionalInterface
public interface HealthCheck {
    /// @throws IOException if the audit could not be made; that is answered with status 500
    Health check() throws IOException, InterruptedException;
}
