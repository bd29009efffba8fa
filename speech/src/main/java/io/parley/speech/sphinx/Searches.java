package io.parley.speech.sphinx;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.SimpleBreadthFirstSearchManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstLookaheadSearchManager;
import edu.cmu.sphinx.linguist.dflat.DynamicFlatLinguist;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import io.parley.speech.grammar.Phrase;
import io.parley.speech.language.NgramModel;
import java.util.List;

/** Makes the searches of one decoder: over a lexical tree with an n-gram model, or over the graph of a grammar. */
record Searches(Acoustics acoustics, SphinxDictionary dictionary, AcousticScorer scorer) {
    private static final int BEAM = 1500;
    private static final double RELATIVE_BEAM = 1e-60;
    private static final int WORD_BEAM = 200;
    private static final double RELATIVE_WORD_BEAM = 1e-40;
    private static final double PHONE_BEAM = 1e-12;
    private static final float LANGUAGE_WEIGHT = 8;
    private static final double WORD_INSERTION = 0.1;
    private static final double SILENCE_INSERTION = 0.1;
    private static final double FILLER_INSERTION = 0.01;
    private static final int LOOKAHEAD_FRAMES = 5;
    private static final float LOOKAHEAD_WEIGHT = 6;
    private static final float ACOUSTIC_LOOKAHEAD = 1.7f;
    private static final int LATTICE_EDGES = 100;

    /** How likely it is a priori that something outside the grammar is said. */
    private static final double OUTSIDE = 1e-30;

    private static final double OUTSIDE_PHONE = 1e-10;

    SearchManager sentences(NgramModel model) {
        LexTreeLinguist linguist = new LexTreeLinguist(
                acoustics.model(),
                acoustics.units(),
                new SphinxLanguageModel(model, dictionary),
                dictionary,
                true,
                true,
                WORD_INSERTION,
                SILENCE_INSERTION,
                FILLER_INSERTION,
                1,
                LANGUAGE_WEIGHT,
                true,
                false,
                1,
                0);
        ActiveListFactory standard = new PartitionActiveListFactory(BEAM, RELATIVE_BEAM);
        ActiveListFactory word = new PartitionActiveListFactory(WORD_BEAM, RELATIVE_WORD_BEAM);
        SearchManager search = new WordPruningBreadthFirstLookaheadSearchManager(
                linguist,
                acoustics.phones(),
                acoustics.loader(),
                new SimplePruner(),
                scorer,
                new SimpleActiveListManager(List.of(standard, word, word, standard, standard, standard), false),
                new PartitionActiveListFactory(BEAM, PHONE_BEAM),
                false,
                RELATIVE_BEAM,
                0,
                false,
                true,
                LOOKAHEAD_FRAMES,
                LOOKAHEAD_WEIGHT,
                LATTICE_EDGES,
                ACOUSTIC_LOOKAHEAD,
                true);
        search.allocate();
        return search;
    }

    SearchManager grammar(Phrase phrase) {
        // FlatLinguist would lay out every state of the grammar beforehand, which takes seconds and tens of megabytes.
        DynamicFlatLinguist linguist = new DynamicFlatLinguist(
                acoustics.model(),
                new SphinxGrammar(phrase, dictionary),
                acoustics.units(),
                WORD_INSERTION,
                SILENCE_INSERTION,
                1,
                FILLER_INSERTION,
                LANGUAGE_WEIGHT,
                true,
                OUTSIDE,
                OUTSIDE_PHONE,
                acoustics.model());
        SearchManager search = new SimpleBreadthFirstSearchManager(
                linguist,
                new SimplePruner(),
                scorer,
                new PartitionActiveListFactory(BEAM, RELATIVE_BEAM),
                false,
                0,
                0,
                false);
        search.allocate();
        return search;
    }
}
