/** BigQuery through its Java client. */
@NullMarked
package muster.clouds.bigquery;

import org.jspecify.annotations.NullMarked;
