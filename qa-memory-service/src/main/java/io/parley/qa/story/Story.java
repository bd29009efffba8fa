package io.parley.qa.story;

import java.util.List;

/**
 * A question about what was told so far, in words.
 *
 * @param story from 0 on: questions of one story have the same number
 * @param facts the sentences, in order
 * @param question its words
 * @param answer one word, perhaps a list with commas
 * @param supporting rows of the facts the answer follows from
 */
record Story(int story, List<List<String>> facts, List<String> question, String answer, List<Integer> supporting) {

    Story {
        facts = List.copyOf(facts);
        question = List.copyOf(question);
        supporting = List.copyOf(supporting);
    }
}
