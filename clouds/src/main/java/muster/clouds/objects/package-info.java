/** Object stores, tried with a scratch object. */
@NullMarked
package muster.clouds.objects;

import org.jspecify.annotations.NullMarked;
