package io.parley.gateway.question;

import io.parley.contracts.question.QuestionGroup;
import io.parley.contracts.question.TextGroup;
import io.parley.contracts.question.TextGroupingRequest;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.gateway.upstream.ModelServices;
import io.parley.gateway.upstream.OrderFlow;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts together what two services know of unanswered questions. The memory gets the words alone, and gives back which of
 * them belong together.
 */
@Component
final class QuestionGroups {

    private static final int WORDINGS_SHOWN = 20;

    private final OrderFlow orderFlow;
    private final ModelServices models;

    QuestionGroups(OrderFlow orderFlow, ModelServices models) {
        this.orderFlow = orderFlow;
        this.models = models;
    }

    /** The groups, the largest first; of two that are as large, the one that was asked last. */
    List<QuestionGroup> of(String campaign) {
        List<UnansweredQuestion> questions = orderFlow.unansweredQuestions(campaign);
        if (questions.isEmpty()) {
            return List.of();
        }
        TextGroupingRequest texts = new TextGroupingRequest(
                questions.stream().map(UnansweredQuestion::text).toList());
        return models.group(campaign, texts).stream()
                .map(group -> group(group, questions))
                .sorted(Comparator.comparingInt(QuestionGroup::count)
                        .thenComparing(QuestionGroup::lastAskedAt)
                        .reversed())
                .toList();
    }

    private static QuestionGroup group(TextGroup group, List<UnansweredQuestion> all) {
        List<UnansweredQuestion> questions =
                group.members().stream().map(all::get).toList();
        return new QuestionGroup(
                questions.getFirst().text(),
                questions.size(),
                questions.stream()
                        .map(UnansweredQuestion::text)
                        .distinct()
                        .limit(WORDINGS_SHOWN)
                        .toList(),
                states(questions),
                questions.stream()
                        .map(UnansweredQuestion::askedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                questions.stream()
                        .map(UnansweredQuestion::askedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                group.similarFact(),
                questions.stream().map(UnansweredQuestion::id).sorted().toList());
    }

    private static List<String> states(List<UnansweredQuestion> questions) {
        Map<String, Long> counts = questions.stream()
                .collect(Collectors.groupingBy(UnansweredQuestion::state, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
