package io.parley.session;

import io.parley.contracts.desk.HandOffStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands between two turns.
 *
 * @param contact who is talking about what; never changes
 * @param version how often it was saved; the guard against a second writer
 * @param turn how many turns were taken
 * @param state the state the customer is in
 * @param path the states that were asked on the way here, oldest first, without the current one
 * @param slots canonical values by slot; a slot that is never kept lies sealed here until it is used
 * @param memory what was said, so that nothing is said twice in a row
 * @param awaiting what we asked besides the flow's own question, or null
 * @param resumeAt where a correction that sent the customer back leads to again, or null
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null while it goes on
 * @param orderId the order that came of it, or null
 * @param updatedAt when the last turn was taken
 * @param handOff the person that is waited for or talks with the customer; null where it is us alone
 */
public record Session(
        Contact contact,
        long version,
        int turn,
        String state,
        List<String> path,
        Map<String, List<String>> slots,
        SpokenMemory memory,
        @Nullable Awaiting awaiting,
        @Nullable String resumeAt,
        @Nullable String outcome,
        @Nullable String orderId,
        Instant updatedAt,
        @Nullable HandOff handOff) {

    public Session {
        path = List.copyOf(path);
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    /** A conversation without a person. */
    public Session(
            Contact contact,
            long version,
            int turn,
            String state,
            List<String> path,
            Map<String, List<String>> slots,
            SpokenMemory memory,
            @Nullable Awaiting awaiting,
            @Nullable String resumeAt,
            @Nullable String outcome,
            @Nullable String orderId,
            Instant updatedAt) {
        this(contact, version, turn, state, path, slots, memory, awaiting, resumeAt, outcome, orderId, updatedAt, null);
    }

    public String id() {
        return contact.id();
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /**
     * What never changes in a conversation.
     *
     * @param id unguessable
     * @param tokenHash SHA-256 of the customer's token, hexadecimal; the token itself is kept nowhere
     * @param campaign the campaign's id
     * @param campaignVersion the version it began with
     * @param channel where the customer came in: {@code chat}, {@code terminal}, …
     * @param seed decides which of several equivalent replies is said
     */
    public record Contact(
            String id,
            String tokenHash,
            String campaign,
            String campaignVersion,
            String channel,
            long seed,
            Instant startedAt) {}

    /**
     * What we said, where it matters later.
     *
     * @param lastVariants by bucket, the variant that was said last
     * @param told ids of the facts told, oldest first
     * @param pitched ids of the pitches said, oldest first; sessions of earlier versions have none
     * @param recent the customer's latest utterances with their states, oldest first
     * @param misses how many utterances in a row were not understood
     * @param asked between which two readings of the latest utterance we asked the customer to choose, or null
     */
    public record SpokenMemory(
            Map<String, Integer> lastVariants,
            List<String> told,
            @Nullable List<String> pitched,
            List<Heard> recent,
            int misses,
            @Nullable Which asked) {

        public static final SpokenMemory EMPTY = new SpokenMemory(Map.of(), List.of(), List.of(), List.of(), 0, null);

        public SpokenMemory {
            lastVariants = Collections.unmodifiableMap(new TreeMap<>(lastVariants));
            told = List.copyOf(told);
            pitched = pitched == null ? List.of() : List.copyOf(pitched);
            recent = List.copyOf(recent);
        }

        @Override
        public List<String> pitched() {
            return Objects.requireNonNull(pitched, "never null once it is made");
        }
    }

    /**
     * One utterance, masked.
     */
    public record Heard(String state, String text) {}

    /**
     * Two readings of one utterance.
     *
     * @param slot the slot whose value is in doubt; null where it is the next state
     * @param first the likelier one: an option, {@code yes} or {@code no}, or the label of a next state
     * @param second the other one
     */
    public record Which(@Nullable String slot, String first, String second) {}

    /**
     * A customer's wish for a person, from the queue to whatever end it takes.
     *
     * @param id unique; names the turn in which the customer asked
     * @param agent who talks with the customer; null while they wait
     * @param since when the customer began to wait, or the person to talk
     * @param offered whether the customer was told that it takes long, and what else there is
     */
    public record HandOff(String id, @Nullable String agent, Instant since, boolean offered) {

        public static HandOff waiting(String id, Instant since) {
            return new HandOff(id, null, since, false);
        }

        public boolean isTaken() {
            return agent != null;
        }

        public HandOff takenBy(String person, Instant at) {
            return new HandOff(id, person, at, offered);
        }

        /** Back in the queue: the person had to leave. */
        public HandOff freed(Instant at) {
            return new HandOff(id, null, at, false);
        }

        public HandOff whenOffered() {
            return new HandOff(id, agent, since, true);
        }

        public HandOffStatus status() {
            return new HandOffStatus(isTaken() ? HandOffStatus.TAKEN : HandOffStatus.WAITING, agent);
        }
    }

    /** A question of ours that the next utterance may answer instead of the flow's. */
    public enum Awaiting {
        /** Whether a colleague shall call. */
        CALL_BACK_CONSENT,
        /** On which number. */
        CALL_BACK_NUMBER,
        /** What shall be changed. */
        CORRECTION_VALUE,
        /** Whether the order shall be given up. */
        GIVE_UP_CONSENT,
        /** Whether everything shall be forgotten and begun again. */
        RESTART_CONSENT
    }
}
