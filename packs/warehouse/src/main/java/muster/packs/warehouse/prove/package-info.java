/** Proofs by doing: each capability of the pack is exercised in a scratch schema that is removed in every case. */
@NullMarked
package muster.packs.warehouse.prove;

import org.jspecify.annotations.NullMarked;
