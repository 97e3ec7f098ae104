/** Deployed jobs, their last run and what it left. */
@NullMarked
package muster.clouds.jobs;

import org.jspecify.annotations.NullMarked;
