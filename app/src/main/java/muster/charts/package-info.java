/** Pure renderings of schedules and forecasts: drawings, and forms that other programs read. */
@NullMarked
package muster.charts;

import org.jspecify.annotations.NullMarked;
