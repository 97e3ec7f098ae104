/** Finds out by testing what is true of a workspace: performs the probe of an expectation and answers with evidence. */
@NullMarked
package muster.probes;

import org.jspecify.annotations.NullMarked;
