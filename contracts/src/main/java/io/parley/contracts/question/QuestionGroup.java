package io.parley.contracts.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unanswered questions that mean about the same. Only operators see it.
 *
 * @param text the most typical of them
 * @param count how often it was asked
 * @param texts different wordings, the most typical first; not all of them where there are many
 * @param states where it was asked, the most frequent first
 * @param similarFact the fact that comes closest; null where the campaign has none
 * @param questions the ids of all its questions: what is dismissed once it is dealt with
 */
public record QuestionGroup(
        String text,
        int count,
        List<String> texts,
        List<String> states,
        Instant firstAskedAt,
        Instant lastAskedAt,
        @Nullable SimilarFact similarFact,
        List<Long> questions) {

    public QuestionGroup {
        texts = List.copyOf(texts);
        states = List.copyOf(states);
        questions = List.copyOf(questions);
    }
}
