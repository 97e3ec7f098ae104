/** The resource-constrained project scheduling problem in whole numbers: a search for short schedules, and bounds that none can beat. */
@NullMarked
package muster.rcpsp;

import org.jspecify.annotations.NullMarked;
