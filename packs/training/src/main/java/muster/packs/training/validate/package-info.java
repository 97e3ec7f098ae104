/** Whether a training file is what its contract says and knows nothing of the future. */
@NullMarked
package muster.packs.training.validate;

import org.jspecify.annotations.NullMarked;
