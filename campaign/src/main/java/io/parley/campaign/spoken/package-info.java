/** What customers of a campaign are likely to say, for whoever listens to them. */
@NullMarked
package io.parley.campaign.spoken;

import org.jspecify.annotations.NullMarked;
