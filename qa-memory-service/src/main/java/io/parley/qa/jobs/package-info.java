/** What a memory learns from a campaign, as the model service trains, keeps and scores it. */
@NullMarked
package io.parley.qa.jobs;

import org.jspecify.annotations.NullMarked;
