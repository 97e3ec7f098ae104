/** BigQuery as a warehouse of the pack: a connection over Google's client, its jobs, and what is refused before it is sent. */
@NullMarked
package muster.packs.bigquery;

import org.jspecify.annotations.NullMarked;
