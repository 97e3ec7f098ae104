/** Who does what when: critical path, slack, and a schedule that respects calendars, agents and resources. */
@NullMarked
package muster.schedule;

import org.jspecify.annotations.NullMarked;
