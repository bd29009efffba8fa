package io.parley.contracts.text;

/** How far a mistyped word may be from the one meant. */
public final class Typos {

    private Typos() {}

    /** How many edits a word of that many letters may be off: short words none. */
    public static int allowed(int letters) {
        return letters < 4 ? 0 : letters < 8 ? 1 : 2;
    }

    /**
     * The edits between two words: letters added, left out, replaced, or two neighbours swapped. A first letter is seldom
     * mistyped but by swapping it, and often makes another word: a bike is no e-bike.
     *
     * @return the number, or {@code limit + 1} if there are more than {@code limit}
     */
    public static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit || !beginAlike(a, b)) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    /** Whether a word is another but for two neighbouring letters that changed places, or one that is there twice. */
    public static boolean isSlip(String said, String meant) {
        if (said.equals(meant) || said.length() < meant.length() || said.length() > meant.length() + 1) {
            return false;
        }
        int at = 0;
        while (at < meant.length() && said.charAt(at) == meant.charAt(at)) {
            at++;
        }
        if (said.length() > meant.length()) {
            return at > 0
                    && said.charAt(at) == said.charAt(at - 1)
                    && said.substring(at + 1).equals(meant.substring(at));
        }
        return at + 1 < meant.length()
                && said.charAt(at) == meant.charAt(at + 1)
                && said.charAt(at + 1) == meant.charAt(at)
                && said.substring(at + 2).equals(meant.substring(at + 2));
    }

    private static boolean beginAlike(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.charAt(0) == b.charAt(0)) {
            return true;
        }
        return a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0);
    }
}
