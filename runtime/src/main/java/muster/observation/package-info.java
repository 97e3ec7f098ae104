/** What any probe needs: a confined look at files, what was seen, secrets taken out, evidence sealed. */
@NullMarked
package muster.observation;

import org.jspecify.annotations.NullMarked;
