package io.parley.orderflow.slot;

import java.util.Optional;

/**
 * Something of a slot's type that was said: a value, or what is wrong with it.
 *
 * @param from its first word
 * @param to after its last word
 */
record Mention(int from, int to, Optional<String> value, Optional<Refusal> refusal) {

    static Mention of(int from, int to, String value) {
        return new Mention(from, to, Optional.of(value), Optional.empty());
    }

    static Mention refused(int from, int to, Refusal refusal) {
        return new Mention(from, to, Optional.empty(), Optional.of(refusal));
    }
}
