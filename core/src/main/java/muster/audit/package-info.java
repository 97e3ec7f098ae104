/**
 * Whether a plan can be carried out: evidence judged into readiness, blockers and a decision; it performs no probe
 * itself.
 */
@NullMarked
package muster.audit;

import org.jspecify.annotations.NullMarked;
