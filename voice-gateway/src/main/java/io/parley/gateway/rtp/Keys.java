package io.parley.gateway.rtp;

/**
 * The keys of a telephone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4733#section-3.2">RFC 4733, section 3.2: their numbers</a>
 */
public final class Keys {

    /** In the order of their event numbers, 0 to 15. */
    static final String ALL = "0123456789*#ABCD";

    private Keys() {}

    /**
     * The same keys.
     *
     * @throws IllegalArgumentException if no telephone has one of them
     */
    public static String checked(String keys) {
        keys.chars().forEach(key -> event((char) key));
        return keys;
    }

    /** The number of a key's event. */
    static int event(char key) {
        int event = ALL.indexOf(Character.toUpperCase(key));
        if (event < 0) {
            throw new IllegalArgumentException(
                    "a telephone has the keys " + ALL + ", and '" + key + "' is none of them");
        }
        return event;
    }
}
