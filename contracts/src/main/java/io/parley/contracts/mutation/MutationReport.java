package io.parley.contracts.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the conversation tests noticed.
 *
 * @param tests how many conversation tests there are
 * @param mutants how many broken flows were tried
 * @param killed how many of them made a test fail
 * @param mutationScore the share that was killed, in [0, 1]; 0 while none was tried
 * @param byKind the same by how the flow was broken
 * @param survivors what no test noticed
 */
public record MutationReport(
        String campaign,
        int tests,
        int mutants,
        int killed,
        double mutationScore,
        Map<String, Kind> byKind,
        List<Survivor> survivors) {

    public MutationReport {
        byKind = Map.copyOf(byKind);
        survivors = List.copyOf(survivors);
    }

    /** One broken flow, and whether a test failed on it. */
    public record Tried(MutationKind kind, String what, boolean killed) {}

    /** Broken flows of one kind. */
    public record Kind(int mutants, int killed, double mutationScore) {

        static Kind of(List<Tried> tried) {
            int killed = (int) tried.stream().filter(Tried::killed).count();
            return new Kind(tried.size(), killed, tried.isEmpty() ? 0 : (double) killed / tried.size());
        }
    }

    /**
     * @param what for people: what is broken, and where
     */
    public record Survivor(MutationKind kind, String what) {}

    /** The report on broken flows that were tried. */
    public static MutationReport of(String campaign, int tests, List<Tried> tried) {
        Map<String, Kind> byKind = new TreeMap<>();
        Arrays.stream(MutationKind.values())
                .forEach(kind -> byKind.put(
                        kind.label(),
                        Kind.of(tried.stream().filter(it -> it.kind() == kind).toList())));
        Kind all = Kind.of(tried);
        return new MutationReport(
                campaign,
                tests,
                all.mutants(),
                all.killed(),
                all.mutationScore(),
                byKind,
                tried.stream()
                        .filter(it -> !it.killed())
                        .map(it -> new Survivor(it.kind(), it.what()))
                        .toList());
    }
}
