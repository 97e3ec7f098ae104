/** Files that build images and run jobs: Dockerfiles, build configurations, workflows. */
@NullMarked
package muster.probes.scripts.builds;

import org.jspecify.annotations.NullMarked;
