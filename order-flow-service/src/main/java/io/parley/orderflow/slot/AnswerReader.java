package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;

/** Fills the wanted slot of type yes-no, and declines the wanted slots that need no answer. */
final class AnswerReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Optional<Boolean> answer = answer(hearing);
        if (answer.isEmpty()) {
            return;
        }
        Optional<Slot> asked = hearing.wanted(SlotType.YES_NO);
        if (asked.isPresent()) {
            hearing.fill(asked.get(), List.of(answer.get() ? "yes" : "no"));
        } else if (!answer.get() && hearing.wanted().size() == 1) {
            Slot only = hearing.wanted().getFirst();
            if (only.optional() && !hearing.hasAnswered(only)) {
                hearing.decline(only);
            }
        }
    }

    /** The first yes or no of the utterance. */
    private static Optional<Boolean> answer(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        for (int at = 0; at < utterance.size(); at++) {
            int yes = hearing.words().phrases("yes").endAt(utterance, at);
            int no = hearing.words().phrases("no").endAt(utterance, at);
            if (yes > at || no > at) {
                return Optional.of(yes > no);
            }
        }
        return Optional.empty();
    }
}
