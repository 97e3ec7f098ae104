/**
 * A plan under way planned again from where its run stands, and what that means for the run.
 */
@NullMarked
package muster.replanning;

import org.jspecify.annotations.NullMarked;
