/** A worker: claims steps as any agent does, performs their actions and tells what came of them. */
@NullMarked
package muster.work;

import org.jspecify.annotations.NullMarked;
