/** Decides whether an observed value is what a matcher expects. */
@NullMarked
package muster.matching;

import org.jspecify.annotations.NullMarked;
