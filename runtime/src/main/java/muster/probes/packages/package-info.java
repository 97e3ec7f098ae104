/** Packages that a project asks for, holds fast and installs, and the tools of the machine. */
@NullMarked
package muster.probes.packages;

import org.jspecify.annotations.NullMarked;
