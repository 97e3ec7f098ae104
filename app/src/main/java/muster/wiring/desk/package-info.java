/** The answers to what runs are asked and told, from the journal of a workspace. */
@NullMarked
package muster.wiring.desk;

import org.jspecify.annotations.NullMarked;
