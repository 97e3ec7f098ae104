/** Services that the operator connects, and the clients that reach them. */
@NullMarked
package muster.clouds;

import org.jspecify.annotations.NullMarked;
