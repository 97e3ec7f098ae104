package muster.clouds.bigquery;

import org.jspecify.annotations.Nullable;

/// A call of the client.
@FunctionalInterface
interface BigQueryCall<T extends @Nullable Object> {
    T make() throws InterruptedException;
}
