/** The campaigns' folders and the files that operators may name, read anew each time. */
@NullMarked
package io.parley.modelservice.campaigns;

import org.jspecify.annotations.NullMarked;
