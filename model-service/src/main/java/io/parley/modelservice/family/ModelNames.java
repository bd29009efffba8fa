package io.parley.modelservice.family;

/**
 * What a family is called.
 *
 * @param kind in addresses, in the registry's folders and in threads: {@code next-state}
 * @param metrics what the names of its metrics begin with: {@code next.state}
 * @param act what one answer of it is, in metrics and the log: {@code prediction}
 * @param model in messages to people: {@code next-state model}
 */
public record ModelNames(String kind, String metrics, String act, String model) {

    /** A metric's name: {@code next.state.requests}. */
    public String metric(String what) {
        return metrics + "." + what;
    }
}
