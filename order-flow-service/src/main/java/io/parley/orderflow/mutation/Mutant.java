package io.parley.orderflow.mutation;

import io.parley.campaign.Campaign;
import io.parley.contracts.mutation.MutationKind;

/**
 * A campaign with one thing broken.
 *
 * @param what for people: the edge ask-name → ask-dates is gone
 * @param campaign goes by a version of its own
 */
record Mutant(MutationKind kind, String what, Campaign campaign) {}
