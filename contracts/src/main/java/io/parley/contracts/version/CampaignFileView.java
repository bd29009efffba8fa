package io.parley.contracts.version;

/**
 * A file of a campaign's version.
 *
 * @param name {@code flow.yaml}, {@code conversations/happy-path.yaml} and so on
 */
public record CampaignFileView(String name, String text) {}
