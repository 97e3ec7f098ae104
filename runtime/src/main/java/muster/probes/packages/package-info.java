/** Packages that a project asks for, holds fast and installs. */
@NullMarked
package muster.probes.packages;

import org.jspecify.annotations.NullMarked;
