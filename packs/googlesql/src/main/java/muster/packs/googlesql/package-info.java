/** What is sent to BigQuery, read by GoogleSQL's own analyzer: tests alone. */
@NullMarked
package muster.packs.googlesql;

import org.jspecify.annotations.NullMarked;
