/** Servers on loopback that stand for real services: they check every request against the published shape. */
@NullMarked
package muster.clouds.doubles;

import org.jspecify.annotations.NullMarked;
