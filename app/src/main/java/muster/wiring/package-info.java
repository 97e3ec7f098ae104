/** The object graph and the flow through all stages: the one place that knows every part. */
@NullMarked
package muster.wiring;

import org.jspecify.annotations.NullMarked;
