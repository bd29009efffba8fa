package io.parley.speech.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.LatticeOptimizer;
import edu.cmu.sphinx.result.Nbest;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import edu.cmu.sphinx.util.LogMath;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.HeardWord;
import io.parley.speech.recognition.Hypothesis;
import io.parley.speech.recognition.WrittenForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a result of Sphinx4 says: the best path, other likely ones, and how sure each word is. */
final class ResultReading {
    private static final int MOST = 5;
    private static final int CANDIDATES = 20;
    private static final String OUTSIDE = "<unk>";

    /** Scores of whole paths are too far apart to be probabilities; this brings them together. */
    private static final double SCORE_SCALE = 1 / 20.0;

    private ResultReading() {}

    /** What was said, the likeliest first. */
    static List<Hypothesis> read(Result result, Expectation expects) {
        List<WordResult> best = result.getTimedBestResult(false);
        List<String> words =
                best.stream().map(word -> word.getWord().getSpelling()).toList();
        if (words.isEmpty() || words.contains(OUTSIDE)) {
            return List.of();
        }
        return expects instanceof Expectation.Anything
                ? ofLattice(result, best, words, expects)
                : ofGrammar(result, best, words, expects);
    }

    /** {@link io.parley.speech.recognition.Heard#fit} of the best path. */
    static double fit(Result result) {
        double sum = 0;
        int frames = 0;
        for (Token token = result.getBestToken(); token != null; token = token.getPredecessor()) {
            if (token.isEmitting()) {
                sum += token.getAcousticScore();
                frames++;
            }
        }
        return frames == 0
                ? Double.NaN
                : sum / frames * Math.log(LogMath.getLogMath().logToLinear(1f));
    }

    private static List<Hypothesis> ofLattice(
            Result result, List<WordResult> best, List<String> words, Expectation expects) {
        Lattice lattice = new Lattice(result);
        new LatticeOptimizer(lattice).optimize();
        lattice.computeNodePosteriors(1);
        Map<String, Double> posteriors = new LinkedHashMap<>();
        for (WordResult word : lattice.getWordResultPath()) {
            double posterior = LogMath.getLogMath().logToLinear((float) word.getConfidence());
            posteriors.merge(word.getWord().getSpelling(), posterior, Math::max);
        }
        List<HeardWord> heard = heard(best, word -> Math.clamp(posteriors.getOrDefault(word, 0.5), 0, 1));
        double mean =
                heard.stream().mapToDouble(HeardWord::confidence).average().orElse(0);
        List<Hypothesis> all = new ArrayList<>();
        all.add(new Hypothesis(WrittenForm.of(words, expects), mean, heard));
        List<String> others = new Nbest(lattice)
                .getNbest(CANDIDATES).stream()
                        .map(path -> path.replaceAll("<[^>]*>|\\[[^]]*]", " ")
                                .replaceAll("\\s+", " ")
                                .strip())
                        .filter(path -> !path.isEmpty() && !path.equals(String.join(" ", words)))
                        .distinct()
                        .sorted(Comparator.comparingInt((String path) -> differing(words, path))
                                .thenComparing(path -> path))
                        .limit(MOST - 1)
                        .toList();
        for (String other : others) {
            add(all, other, (1 - mean) / others.size(), expects);
        }
        return all;
    }

    private static List<Hypothesis> ofGrammar(
            Result result, List<WordResult> best, List<String> words, Expectation expects) {
        Map<String, Double> scores = new LinkedHashMap<>();
        result.getResultTokens().stream()
                .sorted(Comparator.comparingDouble(Token::getScore).reversed())
                .limit(CANDIDATES)
                .forEach(token -> scores.putIfAbsent(token.getWordPathNoFiller(), (double) token.getScore()));
        String text = String.join(" ", words);
        double top = scores.getOrDefault(text, 0.0);
        double base = Math.log(LogMath.getLogMath().logToLinear(1f));
        double sum = scores.values().stream()
                .mapToDouble(score -> Math.exp((score - top) * base * SCORE_SCALE))
                .sum();
        double confidence = scores.containsKey(text) ? Math.clamp(1 / sum, 0, 1) : 0.5;
        List<Hypothesis> all = new ArrayList<>();
        all.add(new Hypothesis(WrittenForm.of(words, expects), confidence, heard(best, word -> confidence)));
        scores.forEach((other, score) -> {
            if (all.size() < MOST && !other.equals(text) && !other.contains(OUTSIDE) && !other.isBlank()) {
                add(all, other, Math.clamp(Math.exp((score - top) * base * SCORE_SCALE) / sum, 0, 1), expects);
            }
        });
        return all;
    }

    private static void add(List<Hypothesis> all, String spoken, double confidence, Expectation expects) {
        String text = WrittenForm.of(Arrays.asList(spoken.split(" ")), expects);
        if (all.stream().noneMatch(known -> known.text().equals(text))) {
            all.add(new Hypothesis(text, confidence, List.of()));
        }
    }

    private static List<HeardWord> heard(List<WordResult> words, ToDoubleFunction<String> confidence) {
        return words.stream()
                .map(word -> new HeardWord(
                        word.getWord().getSpelling(),
                        confidence.applyAsDouble(word.getWord().getSpelling()),
                        Duration.ofMillis(word.getTimeFrame().getStart()),
                        Duration.ofMillis(word.getTimeFrame().getEnd())))
                .toList();
    }

    /** In how many places another path differs from the best, roughly: the likelier it is, the fewer. */
    private static int differing(List<String> best, String other) {
        List<String> left = new ArrayList<>(best);
        int added = 0;
        for (String word : other.split(" ")) {
            added += left.remove(word) ? 0 : 1;
        }
        return left.size() + added;
    }
}
