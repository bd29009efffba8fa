package io.parley.intent.training;

import io.parley.intent.features.FeatureSettings;
import io.parley.intent.features.InputPart;
import io.parley.neural.encoder.Pretrained;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything besides data and seed that decides what a model becomes. Part of a model version.
 *
 * @param features how situations become numbers
 * @param recurrent units of the recurrent part
 * @param hidden units of the hidden layer
 * @param epochs at most
 * @param patience how many epochs without a better loss on held-out rows end the training
 * @param batch rows a step
 * @param learningRate of Adam, at the start; it falls to a tenth along a cosine
 * @param dropout share of hidden units left out in each step, in [0, 1)
 * @param wideDropout share of sparse features left out in each step, in [0, 1)
 * @param weightDecay L2 penalty on the sparse features' weights
 * @param directDecay L2 penalty on the weights by which the sentence speaks to the labels directly
 * @param smoothing share of each label's probability that is spread over the others, in [0, 1)
 * @param heldOut share of rows kept from training to stop in time and to calibrate, in (0, 0.5]
 */
public record TrainingSettings(
        FeatureSettings features,
        int recurrent,
        int hidden,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        double dropout,
        double wideDropout,
        double weightDecay,
        double directDecay,
        double smoothing,
        double heldOut) {

    /** The same but for parts of its input that the network does not get to see. */
    public TrainingSettings leavingOut(Set<InputPart> parts) {
        return new TrainingSettings(
                features.leavingOut(parts),
                recurrent,
                hidden,
                epochs,
                patience,
                batch,
                learningRate,
                dropout,
                wideDropout,
                weightDecay,
                directDecay,
                smoothing,
                heldOut);
    }

    /** As it stands in a model version. */
    public Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
        all.put("encoders", features.encoders().stream().map(Pretrained::id).collect(Collectors.joining("+")));
        all.put("projection", String.valueOf(features.projection()));
        all.put("longest", String.valueOf(features.longest()));
        all.put("history", String.valueOf(features.history()));
        all.put("rarest", String.valueOf(features.rarest()));
        all.put("words", String.valueOf(features.words()));
        all.put("grams", String.valueOf(features.grams()));
        all.put("crosses", String.valueOf(features.crosses()));
        if (!features.without().isEmpty()) {
            all.put(
                    "without",
                    features.without().stream()
                            .map(InputPart::toString)
                            .sorted()
                            .collect(Collectors.joining("+")));
        }
        all.put("recurrent", String.valueOf(recurrent));
        all.put("hidden", String.valueOf(hidden));
        all.put("epochs", String.valueOf(epochs));
        all.put("patience", String.valueOf(patience));
        all.put("batch", String.valueOf(batch));
        all.put("learningRate", String.valueOf(learningRate));
        all.put("dropout", String.valueOf(dropout));
        all.put("wideDropout", String.valueOf(wideDropout));
        all.put("weightDecay", String.valueOf(weightDecay));
        all.put("directDecay", String.valueOf(directDecay));
        all.put("smoothing", String.valueOf(smoothing));
        all.put("heldOut", String.valueOf(heldOut));
        return all;
    }
}
