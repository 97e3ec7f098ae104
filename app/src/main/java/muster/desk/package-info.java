/** What runs can be asked and told, and how they answer, whoever asks and from wherever. */
@NullMarked
package muster.desk;

import org.jspecify.annotations.NullMarked;
