/** What other programs ask over HTTP. */
@NullMarked
package muster.http;

import org.jspecify.annotations.NullMarked;
