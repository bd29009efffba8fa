/** The campaigns' folders and the files that operators may name, read anew each time. */
@NullMarked
package io.parley.intent.campaigns;

import org.jspecify.annotations.NullMarked;
