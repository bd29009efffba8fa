package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Question;
import io.parley.session.Session.Awaiting;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What an utterance says to a question of ours that is not the flow's: a yes, a no, a telephone number.
 *
 * @param yes whether it agrees
 * @param no whether it declines
 * @param phone the number it gives, E.164
 */
record Aside(boolean yes, boolean no, Optional<String> phone) {

    private static final Question CONSENT = new Question(SlotType.YES_NO);
    private static final Question NUMBER = new Question(SlotType.PHONE);

    static Aside of(Campaign campaign, Words words, ZonedDateTime now) {
        Optional<String> consent = CONSENT.answer(campaign, words.raw(), now);
        return new Aside(
                consent.filter("yes"::equals).isPresent(),
                consent.filter("no"::equals).isPresent(),
                NUMBER.answer(campaign, words.raw(), now));
    }

    /** Whether the words answer that question at all. */
    boolean answers(Awaiting asked) {
        return switch (asked) {
            case CALL_BACK_CONSENT -> yes || no || phone.isPresent();
            case CALL_BACK_NUMBER -> no || phone.isPresent();
            case GIVE_UP_CONSENT, RESTART_CONSENT -> yes || no;
            case CORRECTION_VALUE -> false;
        };
    }
}
