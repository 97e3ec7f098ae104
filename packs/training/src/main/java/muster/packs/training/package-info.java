/** Training files made of the tables of a warehouse: extracted, merged and validated. */
@NullMarked
package muster.packs.training;

import org.jspecify.annotations.NullMarked;
