/** How services are asked: over HTTP, patiently, with an answer for everything that goes wrong. */
@NullMarked
package muster.clouds.calls;

import org.jspecify.annotations.NullMarked;
