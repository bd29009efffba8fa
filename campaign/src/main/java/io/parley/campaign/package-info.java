/**
 * A campaign: the order flow, its buckets, its prepared statements and its examples, as a sales writer edits them in a
 * folder. {@code CampaignReader} reads and checks a folder; the records here are what it found.
 */
@NullMarked
package io.parley.campaign;

import org.jspecify.annotations.NullMarked;
