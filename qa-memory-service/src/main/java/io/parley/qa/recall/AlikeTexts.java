package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups places by their cosine, greedily: the place with the most places around it makes the first group with them, and
 * so on with those that are left. So the first member of a group is its most typical one, and a member is never further
 * from it than the bound.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1521-3773(19990115)38:1/2%3C236::AID-ANIE236%3E3.0.CO;2-M">Daura et al.
 *     (1999)</a>, who group the shapes of a molecule like this
 */
final class AlikeTexts {

    private AlikeTexts() {}

    /**
     * The groups, the largest first. Between equals the earlier place goes first, so the same places always give the same
     * groups.
     *
     * @param places {@code [n × D]}, each of length 1
     * @param weights {@code [n]}; how often each counts, from 1
     * @param atLeast the cosine from which on two places are alike
     * @return places by their number: the most typical of each group first, then by how alike they are to it
     */
    static List<List<Integer>> group(float[][] places, int[] weights, double atLeast) {
        int n = places.length;
        VectorIndex index = new VectorIndex(places, n == 0 ? 0 : places[0].length);
        float[][] cosines = new float[n][];
        for (int i = 0; i < n; i++) {
            cosines[i] = index.products(places[i]);
        }
        int[] around = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                around[i] += isAlike(cosines, i, j, atLeast) ? weights[j] : 0;
            }
        }
        boolean[] taken = new boolean[n];
        List<List<Integer>> groups = new ArrayList<>();
        for (int left = n; left > 0; ) {
            int typical = most(around, taken);
            List<Integer> group = IntStream.range(0, n)
                    .filter(j -> !taken[j] && isAlike(cosines, typical, j, atLeast))
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            j -> j == typical ? Double.NEGATIVE_INFINITY : -cosines[typical][j]))
                    .toList();
            for (int member : group) {
                taken[member] = true;
                for (int j = 0; j < n; j++) {
                    around[j] -= isAlike(cosines, j, member, atLeast) ? weights[member] : 0;
                }
            }
            left -= group.size();
            groups.add(group);
        }
        return groups;
    }

    /** Every place is alike to itself, whatever the rounding. */
    private static boolean isAlike(float[][] cosines, int i, int j, double atLeast) {
        return i == j || cosines[i][j] >= atLeast;
    }

    private static int most(int[] around, boolean[] taken) {
        int most = -1;
        for (int i = 0; i < around.length; i++) {
            if (!taken[i] && (most < 0 || around[i] > around[most])) {
                most = i;
            }
        }
        return most;
    }
}
