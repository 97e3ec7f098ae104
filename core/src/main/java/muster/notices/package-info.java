/** Whom a team's events concern, in words, and by which channels they are to be told. */
@NullMarked
package muster.notices;

import org.jspecify.annotations.NullMarked;
