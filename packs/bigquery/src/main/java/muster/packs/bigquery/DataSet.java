package muster.packs.bigquery;

import com.google.cloud.bigquery.DatasetId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A data set as it was found.
///
/// @param location in which its jobs run
/// @param lifetime after which BigQuery deletes a table that has no expiration of its own; null if it lives on
record DataSet(DatasetId id, String location, @Nullable Duration lifetime) {}
