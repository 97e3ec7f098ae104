/** What a domain adds to Muster: actions under names of its own. */
@NullMarked
package muster.pack;

import org.jspecify.annotations.NullMarked;
