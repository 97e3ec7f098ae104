/** The plan file `muster.yaml`: one grammar of forms that reads it with places, writes it back and describes it. */
@NullMarked
package muster.yaml;

import org.jspecify.annotations.NullMarked;
