package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Finds the likeliest of thousands of facts, for the network to choose among: those whose askings or answer come closest by
 * their encodings, and those that share the rarest words (Lucene's BM25). Immutable and thread-safe.
 */
final class FactFinder {

    /** So many by each of the three ways; some are the same. */
    private static final int EACH_WAY = 40;

    private static final String WORDS = "words";

    private final Analyzer analyzer = new StandardAnalyzer();
    private final IndexSearcher searcher;
    private final VectorIndex askings;
    private final VectorIndex answers;

    /**
     * @param facts in the order of their rows
     * @param askings the mean place of each one's askings, {@code [n][D]}
     * @param answers the place of each one's answer, {@code [n][D]}
     */
    FactFinder(List<KnownFact> facts, float[][] askings, float[][] answers) {
        int dimensions = askings[0].length;
        this.askings = new VectorIndex(askings, dimensions);
        this.answers = new VectorIndex(answers, dimensions);
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setOpenMode(OpenMode.CREATE);
        try (IndexWriter writer = new IndexWriter(memory, config)) {
            for (KnownFact fact : facts) {
                Document document = new Document();
                document.add(
                        new TextField(WORDS, String.join("\n", fact.askings()) + "\n" + fact.gist(), Field.Store.NO));
                writer.addDocument(document);
            }
            // In one segment a document's number is the fact's row.
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The likeliest facts.
     *
     * @param place {@code [D]}, the text's
     * @return rows, rising
     */
    int[] likeliest(String text, float[] place) {
        Set<Integer> rows = new TreeSet<>();
        addHighest(rows, askings.products(place));
        addHighest(rows, answers.products(place));
        Query words = new QueryBuilder(analyzer).createBooleanQuery(WORDS, text);
        try {
            for (ScoreDoc found : searcher.search(words == null ? new MatchNoDocsQuery() : words, EACH_WAY).scoreDocs) {
                rows.add(found.doc);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Adds the rows of the largest numbers; among equal ones the first. */
    private static void addHighest(Set<Integer> rows, float[] cosines) {
        float[] sorted = cosines.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - EACH_WAY)];
        IntStream.range(0, cosines.length)
                .filter(row -> cosines[row] >= least)
                .limit(EACH_WAY)
                .forEach(rows::add);
    }
}
