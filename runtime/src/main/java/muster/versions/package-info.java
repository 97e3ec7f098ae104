/** Orders of versions and ranges of them, as each ecosystem writes them. */
@NullMarked
package muster.versions;

import org.jspecify.annotations.NullMarked;
