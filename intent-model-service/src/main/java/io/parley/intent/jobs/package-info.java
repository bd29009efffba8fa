/** What the next-state network learns from a campaign, as the model service trains, keeps and scores it. */
@NullMarked
package io.parley.intent.jobs;

import org.jspecify.annotations.NullMarked;
