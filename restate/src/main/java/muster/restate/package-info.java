/** Restate brings commands to runs on several machines: one virtual object per run, handlers of milliseconds, and the journal as the only truth. */
@NullMarked
package muster.restate;

import org.jspecify.annotations.NullMarked;
