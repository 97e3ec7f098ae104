/** The way into BigQuery, tested against a double. */
@org.jspecify.annotations.NullMarked
package muster.packs.bigquery;
