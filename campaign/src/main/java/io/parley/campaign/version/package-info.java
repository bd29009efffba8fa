/** Versions of campaigns as folders that several services share: kept, published, rolled back. */
@NullMarked
package io.parley.campaign.version;

import org.jspecify.annotations.NullMarked;
