package muster.clouds.bigquery;

/// A data set and the project that it is in.
public record DatasetName(String project, String dataset) {}
