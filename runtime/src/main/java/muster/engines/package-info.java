/** Engines carry runs out: they dispatch ready steps to performers and journal every outcome before the next step. */
@NullMarked
package muster.engines;

import org.jspecify.annotations.NullMarked;
