package io.parley.contracts.voice;

import java.util.List;

/**
 * What is said in a campaign, by customers and by us where only a telephone call has a use for it.
 *
 * @param locale BCP 47
 * @param contentHash names the sentences: the same have the same hash
 * @param sentences what customers say
 */
public record SpokenCampaign(
        String campaign, String locale, String contentHash, List<String> sentences, Phrases phrases) {

    public SpokenCampaign {
        sentences = List.copyOf(sentences);
    }

    /**
     * @param goodbye ends a call in which nobody speaks
     * @param keys asks for the keys where speech is not taken
     * @param recorded asks whether the call may be recorded
     * @param recordAgree how a customer agrees to that
     * @param person how a customer asks for a person, the plainest way first; likewise the others
     * @param back one step back
     * @param repeat to hear it again
     * @param cancel gives the order up
     */
    public record Phrases(
            String goodbye,
            String keys,
            String recorded,
            List<String> recordAgree,
            List<String> person,
            List<String> back,
            List<String> repeat,
            List<String> cancel) {

        public Phrases {
            recordAgree = List.copyOf(recordAgree);
            person = List.copyOf(person);
            back = List.copyOf(back);
            repeat = List.copyOf(repeat);
            cancel = List.copyOf(cancel);
        }
    }
}
