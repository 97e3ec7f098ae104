/** Shell scripts, read by bash and shellcheck without running them. */
@NullMarked
package muster.probes.scripts.shell;

import org.jspecify.annotations.NullMarked;
