package io.parley.qa.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.campaign.Reading;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.family.Learnt;
import io.parley.modelservice.family.Lesson;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import io.parley.modelservice.family.Verdict;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.qa.evaluation.AnswerEvaluation;
import io.parley.qa.facts.ChangedFacts;
import io.parley.qa.recall.Answer;
import io.parley.qa.recall.AnswerModel;
import io.parley.qa.recall.AnswerTrainer;
import io.parley.qa.recall.LabelledText;
import io.parley.qa.recall.ModelFiles;
import io.parley.qa.recall.PhraseEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The answer models: learnt from facts and from what was said, scored on held-out texts. */
@Component
class AnswerFamily implements ModelFamily<AnswerModel, LabelledText> {

    private static final ModelNames NAMES = new ModelNames("answers", "answers", "recall", "answer model");

    private final Campaigns campaigns;
    private final TrainingProperties properties;
    private final PhraseEncoder encoder;
    private final ChangedFacts changed;

    AnswerFamily(Campaigns campaigns, TrainingProperties properties, PhraseEncoder encoder, ChangedFacts changed) {
        this.campaigns = campaigns;
        this.changed = changed;
        this.properties = properties;
        this.encoder = encoder;
    }

    @Override
    public ModelNames names() {
        return NAMES;
    }

    @Override
    public List<LabelledText> rows(List<Example> examples) {
        return AnswerData.asked(examples);
    }

    @Override
    public List<LabelledText> rows(Campaign campaign, String name, byte[] content) {
        return AnswerFiles.read(campaign.withFacts(facts(campaign)), name, content);
    }

    @Override
    public Lesson<AnswerModel> lesson(Reading reading) {
        Campaign campaign = reading.campaign().orElseThrow();
        return new OfData(AnswerData.of(facts(campaign), reading.examples(), reading.heldOut()));
    }

    @Override
    public Lesson<AnswerModel> lesson(Campaign campaign, List<LabelledText> rows) {
        List<LabelledText> heldOut = rows(campaigns.reading(campaign.id()).heldOut());
        return new OfData(new AnswerData(facts(campaign), rows, heldOut));
    }

    /** Those of the folder as operators changed them: customers are told no others. */
    private List<Fact> facts(Campaign campaign) {
        return changed.ofAllSoFar(campaign.id()).over(campaign.facts());
    }

    @Override
    public void write(AnswerModel model, Path folder) throws IOException {
        ModelFiles.write(model, folder);
    }

    @Override
    public AnswerModel read(Path folder) {
        return ModelFiles.read(folder);
    }

    @Override
    public AnswerEvaluation evaluate(AnswerModel model, Campaign campaign, List<LabelledText> rows) {
        return AnswerEvaluation.of(model, rows);
    }

    /** What the customer would be told: a fact, or nothing where the model refuses or no fact fits. */
    @Override
    public List<Verdict> verdicts(AnswerModel model, Campaign campaign, List<LabelledText> rows) {
        return TrainingThreads.map(rows, row -> {
            Answer answer = model.answer(row.text(), row.circumstances());
            return new Verdict(
                    row.row(),
                    row.text(),
                    row.state(),
                    row.fact().orElse(""),
                    answer.isRefused() ? "" : answer.facts().getFirst().fact());
        });
    }

    private final class OfData implements Lesson<AnswerModel> {

        private final AnswerData data;

        OfData(AnswerData data) {
            this.data = data;
        }

        @Override
        public String hash() {
            return data.hash();
        }

        @Override
        public Map<String, String> settings() {
            return properties.described();
        }

        @Override
        public Learnt<AnswerModel> learn(long seed, ProgressListener progress) {
            AnswerModel model =
                    new AnswerTrainer(encoder, properties.settings(), seed).train(data.facts(), data.texts(), progress);
            progress.reached("evaluating", 1);
            Map<String, Double> metrics = data.heldOut().isEmpty()
                    ? Map.of()
                    : AnswerEvaluation.of(model, data.heldOut()).metrics();
            return new Learnt<>(model, metrics);
        }
    }
}
