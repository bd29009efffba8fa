package io.parley.modelservice.serving;

import org.jspecify.annotations.Nullable;

/**
 * The models a campaign uses.
 *
 * @param champion answers; null before the first
 * @param challenger is compared with it; null where none is
 */
record Pair<M>(@Nullable ServedModel<M> champion, @Nullable ServedModel<M> challenger) {

    static <M> Pair<M> none() {
        return new Pair<>(null, null);
    }

    /** The one of the two that is of that version. */
    @Nullable
    ServedModel<M> find(String version) {
        if (champion != null && champion.name().equals(version)) {
            return champion;
        }
        return challenger != null && challenger.name().equals(version) ? challenger : null;
    }
}
