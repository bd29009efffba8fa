package io.parley.qa.jobs;

import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.contracts.ReservedState;
import io.parley.neural.registry.DataHash;
import io.parley.neural.sampling.Evenly;
import io.parley.qa.recall.LabelledText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a memory is trained on.
 *
 * @param texts what was said, each with its fact or as something that no fact fits
 * @param heldOut never learned from; used to score
 */
public record AnswerData(List<Fact> facts, List<LabelledText> texts, List<LabelledText> heldOut) {

    /** Of utterances that neither ask nor doubt, so many are enough to learn that no fact fits them. */
    private static final int ORDINARY = 50;

    public AnswerData {
        facts = List.copyOf(facts);
        texts = List.copyOf(texts);
        heldOut = List.copyOf(heldOut);
    }

    /** A campaign's facts and rows. */
    static AnswerData of(List<Fact> facts, List<Example> examples, List<Example> heldOut) {
        return new AnswerData(facts, labelled(examples), asked(heldOut));
    }

    /** What to learn from: everything asked, and some of the rest, evenly spread. */
    public static List<LabelledText> labelled(List<Example> examples) {
        List<LabelledText> labelled = asked(examples);
        List<Example> ordinary = examples.stream()
                .filter(example -> kind(example.label()).isEmpty() && !isOther(example))
                .toList();
        Evenly.some(ordinary, ORDINARY).forEach(example -> labelled.add(labelled(example, Optional.empty())));
        return labelled;
    }

    /**
     * Every question and hesitation, and everything that has nothing to do with the offer. No fact fits a question without
     * a fact; a hesitation without a fact is left out, since nobody said what would lay it to rest.
     */
    public static List<LabelledText> asked(List<Example> examples) {
        List<LabelledText> asked = new ArrayList<>();
        for (Example example : examples) {
            Optional<Fact.Kind> kind = kind(example.label());
            boolean unsaid = kind.filter(Fact.Kind.HESITATION::equals).isPresent()
                    && example.fact().isEmpty();
            if ((kind.isPresent() && !unsaid) || isOther(example)) {
                asked.add(labelled(example, kind));
            }
        }
        return asked;
    }

    /** Names the data by its content. */
    String hash() {
        DataHash hash = new DataHash();
        for (Fact fact : facts) {
            hash.add(fact.id()).add(fact.kind().label()).add(fact.answer());
            hash.add(String.join("\n", fact.ask())).add(String.join("\n", fact.states()));
        }
        for (List<LabelledText> part : List.of(texts, heldOut)) {
            hash.add(String.valueOf(part.size()));
            for (LabelledText text : part) {
                hash.add(text.text()).add(text.state()).add(text.fact().orElse(""));
                hash.add(text.kind().map(Fact.Kind::label).orElse(""));
            }
        }
        return hash.hex();
    }

    private static LabelledText labelled(Example example, Optional<Fact.Kind> kind) {
        return new LabelledText(example.row(), example.text().value(), example.state(), example.fact(), kind);
    }

    private static boolean isOther(Example example) {
        return example.label().equals(ReservedState.OTHER.label());
    }

    private static Optional<Fact.Kind> kind(String label) {
        return Arrays.stream(Fact.Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
