/** What happens when a plan is carried out: commands, events and the state folded from them. */
@NullMarked
package muster.run;

import org.jspecify.annotations.NullMarked;
