/** Plans that other tools wrote as JSON become plan files, and what they say of their own size is kept for checking. */
@NullMarked
package muster.jsonplans;

import org.jspecify.annotations.NullMarked;
