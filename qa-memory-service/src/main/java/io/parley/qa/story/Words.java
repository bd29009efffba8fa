package io.parley.qa.story;

import io.parley.qa.memory.StoryQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of the stories learnt from, numbered in the order they are met in; an answer is a word like any other. */
final class Words {

    private static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Words(List<Story> stories) {
        for (Story story : stories) {
            story.facts().forEach(fact -> fact.forEach(this::learn));
            story.question().forEach(this::learn);
            learn(story.answer());
        }
    }

    private void learn(String word) {
        if (numbers.putIfAbsent(word, words.size()) == null) {
            words.add(word);
        }
    }

    int count() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    StoryQuestion numbers(Story story) {
        return new StoryQuestion(
                story.facts().stream().map(this::numbers).toArray(int[][]::new),
                numbers(story.question()),
                number(story.answer()),
                story.supporting().stream().mapToInt(Integer::intValue).toArray());
    }

    private int[] numbers(List<String> sentence) {
        return sentence.stream().mapToInt(this::number).toArray();
    }

    private int number(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }
}
