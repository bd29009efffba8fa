package io.parley.gateway.upstream;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import java.util.List;

/**
 * What the gateway reads of a prediction of the network.
 *
 * @param model which version made it
 * @param words what each word is worth: how many logits the first state loses against the second without it
 */
public record Prediction(ModelProvenance model, List<Contribution> words) {

    public Prediction {
        words = List.copyOf(words);
    }
}
