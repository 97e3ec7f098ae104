/** What a plan's questions are answered with, once the audit has judged and the schedule has been computed. */
@NullMarked
package muster.review;

import org.jspecify.annotations.NullMarked;
