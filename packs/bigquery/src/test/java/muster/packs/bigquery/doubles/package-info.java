/** A double of BigQuery on loopback that holds requests against the published shape and executes the SQL. */
@org.jspecify.annotations.NullMarked
package muster.packs.bigquery.doubles;
