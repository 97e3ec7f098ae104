/** Rehearses runs with seeded teams that crash, stall, lie, say things twice and too late, watched by an onlooker. */
@NullMarked
package muster.rehearsal;

import org.jspecify.annotations.NullMarked;
