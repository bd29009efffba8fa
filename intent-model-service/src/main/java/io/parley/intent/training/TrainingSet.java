package io.parley.intent.training;

import io.parley.intent.features.SlotLexicon;
import io.parley.neural.registry.DataHash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network learns from.
 *
 * @param states every state there is
 * @param labels every label there is: states, then reserved ones
 * @param rows in the order of the file
 * @param flow the allowed next states of every state a customer can speak in; empty where the data is all there is
 * @param anywhere labels whose words mean the same in every state; only used where the flow is known
 * @param lexicon what slots are recognised by
 */
public record TrainingSet(
        List<String> states,
        List<String> labels,
        List<LabelledSituation> rows,
        Map<String, List<String>> flow,
        List<String> anywhere,
        SlotLexicon lexicon) {

    public TrainingSet {
        states = List.copyOf(states);
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        flow = Collections.unmodifiableMap(new LinkedHashMap<>(flow));
        anywhere = List.copyOf(anywhere);
    }

    /** Names the content: everything that the training sees. */
    public String hash() {
        DataHash hash = new DataHash();
        states.forEach(hash::add);
        labels.forEach(hash::add);
        anywhere.forEach(hash::add);
        hash.add(lexicon.toString());
        flow.forEach((state, allowed) -> hash.add(state).add(String.join("|", allowed)));
        for (LabelledSituation row : rows) {
            hash.add(row.session())
                    .add(row.situation().state())
                    .add(String.join("|", row.situation().allowed()))
                    .add(row.situation().text().value())
                    .add(row.label());
        }
        return hash.hex();
    }
}
