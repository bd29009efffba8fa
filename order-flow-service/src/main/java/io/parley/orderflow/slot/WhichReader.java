package io.parley.orderflow.slot;

import io.parley.campaign.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands the answer to "did you mean this or that?". Takes only what can mean nothing else. */
public final class WhichReader {

    /** One of two. */
    public enum Choice {
        FIRST,
        SECOND
    }

    private WhichReader() {}

    /**
     * What the words choose: by a name or a part of it that the other one does not have ("the red one"), or by its place
     * ("the second").
     *
     * @param first how the first is called
     * @param second how the second is called
     * @return nothing if the words say anything besides, or fit both
     */
    public static Optional<Choice> read(Campaign campaign, List<String> first, List<String> second, String answer) {
        Words words = Words.of(campaign.locale());
        List<String> said = words.split(answer);
        boolean isFirst = isNamed(words, first, said);
        boolean isSecond = isNamed(words, second, said);
        if (isFirst != isSecond) {
            return Optional.of(isFirst ? Choice.FIRST : Choice.SECOND);
        }
        List<String> rest = new ArrayList<>(said);
        rest.removeIf(word -> SmallTalk.is(words, word));
        return rest.size() == 1 ? byPlace(words, rest.getFirst()) : Optional.empty();
    }

    /** Whether the words are one of the names, or nothing but words of it and such as mean nothing. */
    private static boolean isNamed(Words words, List<String> names, List<String> said) {
        return names.stream().map(words::split).anyMatch(name -> {
            Set<String> telling =
                    name.stream().filter(word -> !SmallTalk.is(words, word)).collect(Collectors.toSet());
            return said.equals(name)
                    || (said.stream().anyMatch(telling::contains)
                            && said.stream().allMatch(word -> name.contains(word) || SmallTalk.is(words, word)));
        });
    }

    private static Optional<Choice> byPlace(Words words, String word) {
        Integer number = words.numbered("ordinals").get(word);
        if (words.phrases("which-first").contains(word) || (number != null && number == 1)) {
            return Optional.of(Choice.FIRST);
        }
        if (words.phrases("last").contains(word) || (number != null && number == 2)) {
            return Optional.of(Choice.SECOND);
        }
        return Optional.empty();
    }
}
