package io.parley.speech.sphinx;

import edu.cmu.sphinx.linguist.language.grammar.Grammar;
import edu.cmu.sphinx.linguist.language.grammar.GrammarNode;
import edu.cmu.sphinx.util.LogMath;
import io.parley.speech.grammar.Phrase;
import java.util.List;

/** A pattern of words as the graph that Sphinx4 searches. */
final class SphinxGrammar extends Grammar {
    private final Phrase phrase;

    SphinxGrammar(Phrase phrase, SphinxDictionary dictionary) {
        super(false, false, true, false, dictionary);
        this.phrase = phrase;
    }

    @Override
    protected GrammarNode createGrammar() {
        initialNode = createGrammarNode("<sil>");
        GrammarNode last = add(phrase, initialNode);
        // A final node without a word has no sound that could lead to it, and would never be reached.
        GrammarNode end = createGrammarNode("<sil>");
        end.setFinalNode(true);
        last.add(end, LogMath.LOG_ONE);
        postProcessGrammar();
        return initialNode;
    }

    /** Adds what the phrase stands for behind a node; returns the node it ends at. */
    private GrammarNode add(Phrase part, GrammarNode from) {
        return switch (part) {
            case Phrase.Word word -> {
                GrammarNode node = createGrammarNode(word.text());
                from.add(node, LogMath.LOG_ONE);
                yield node;
            }
            case Phrase.Sequence sequence -> {
                GrammarNode at = from;
                for (Phrase next : sequence.parts()) {
                    at = add(next, at);
                }
                yield at;
            }
            case Phrase.OneOf oneOf -> {
                GrammarNode join = createGrammarNode(false);
                List<Phrase> ways = oneOf.ways();
                float share = LogMath.getLogMath().linearToLog(1.0 / ways.size());
                for (Phrase way : ways) {
                    GrammarNode branch = createGrammarNode(false);
                    from.add(branch, share);
                    add(way, branch).add(join, LogMath.LOG_ONE);
                }
                yield join;
            }
            case Phrase.Maybe maybe -> {
                GrammarNode join = createGrammarNode(false);
                GrammarNode branch = createGrammarNode(false);
                from.add(branch, LogMath.getLogMath().linearToLog(maybe.share()));
                add(maybe.phrase(), branch).add(join, LogMath.LOG_ONE);
                from.add(join, LogMath.getLogMath().linearToLog(1 - maybe.share()));
                yield join;
            }
            case Phrase.Repeated repeated -> {
                float half = LogMath.getLogMath().linearToLog(0.5);
                GrammarNode entry = createGrammarNode(false);
                from.add(entry, LogMath.LOG_ONE);
                GrammarNode end = add(repeated.phrase(), entry);
                GrammarNode join = createGrammarNode(false);
                end.add(join, half);
                end.add(entry, half);
                yield join;
            }
        };
    }
}
