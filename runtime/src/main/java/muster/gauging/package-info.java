/** Reads the values of metrics from Prometheus, files and programs. */
@NullMarked
package muster.gauging;

import org.jspecify.annotations.NullMarked;
