package io.parley.contracts.chat;

/**
 * What can be bought.
 *
 * @param locale BCP 47
 * @param ready whether it can be sold now; false while its models learn
 */
public record Offer(String campaign, String title, String locale, boolean ready) {}
