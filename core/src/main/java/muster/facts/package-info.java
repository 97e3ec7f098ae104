/**
 * What is known of the world: facts with the evidence they came from and the time until which they may be relied on.
 */
@NullMarked
package muster.facts;

import org.jspecify.annotations.NullMarked;
