package io.parley.intent.jobs;

import io.parley.campaign.Campaign;
import io.parley.campaign.Example;
import io.parley.campaign.Reading;
import io.parley.intent.evaluation.Evaluation;
import io.parley.intent.evaluation.NextStateEvaluation;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.network.NextStateModel;
import io.parley.intent.network.Prediction;
import io.parley.intent.study.NextStateStudies;
import io.parley.intent.training.CampaignTrainingSet;
import io.parley.intent.training.LabelledSituation;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainedModel;
import io.parley.intent.training.TrainingProperties;
import io.parley.intent.training.TrainingSet;
import io.parley.intent.training.TrainingSettings;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.ExampleFiles;
import io.parley.modelservice.family.Learnt;
import io.parley.modelservice.family.Lesson;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import io.parley.modelservice.family.Study;
import io.parley.modelservice.family.Verdict;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The next-state models: learnt from examples and facts, scored on held-out examples. */
@Component
class NextStateFamily implements ModelFamily<NextStateModel, Example> {

    private static final ModelNames NAMES =
            new ModelNames("next-state", "next.state", "prediction", "next-state model");

    /** Share of the time that lies behind when only the evaluation is left. */
    private static final double LEARNT = 0.9;

    private final Campaigns campaigns;
    private final TrainingProperties properties;

    NextStateFamily(Campaigns campaigns, TrainingProperties properties) {
        this.campaigns = campaigns;
        this.properties = properties;
    }

    @Override
    public ModelNames names() {
        return NAMES;
    }

    @Override
    public List<Example> rows(List<Example> examples) {
        return examples;
    }

    @Override
    public List<Example> rows(Campaign campaign, String name, byte[] content) {
        return ExampleFiles.read(campaign, name, content);
    }

    @Override
    public Lesson<NextStateModel> lesson(Reading reading) {
        return lesson(reading.campaign().orElseThrow(), reading.examples());
    }

    @Override
    public Lesson<NextStateModel> lesson(Campaign campaign, List<Example> rows) {
        // The wordings of facts are learnt besides, but no campaign can be sold by those alone.
        NextStateTrainer.check(rows.stream().map(Example::next).toList());
        return new OfCampaign(campaign.id(), CampaignTrainingSet.of(campaign, rows));
    }

    @Override
    public void write(NextStateModel model, Path folder) throws IOException {
        ModelFiles.write(model, folder);
    }

    @Override
    public NextStateModel read(Path folder) {
        return ModelFiles.read(folder);
    }

    @Override
    public Evaluation evaluate(NextStateModel model, Campaign campaign, List<Example> rows) {
        return NextStateEvaluation.of(model, CampaignTrainingSet.labelled(campaign, rows));
    }

    @Override
    public List<Verdict> verdicts(NextStateModel model, Campaign campaign, List<Example> rows) {
        List<LabelledSituation> asked = CampaignTrainingSet.labelled(campaign, rows);
        List<Prediction> said = TrainingThreads.map(asked, row -> model.predict(row.situation()));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Verdict(
                        rows.get(i).row(),
                        rows.get(i).text().value(),
                        rows.get(i).state(),
                        rows.get(i).next(),
                        said.get(i).best().state()))
                .toList();
    }

    @Override
    public Map<String, Study> studies() {
        return NextStateStudies.of(properties.settings());
    }

    private final class OfCampaign implements Lesson<NextStateModel> {

        private final String campaign;
        private final TrainingSet set;
        private final TrainingSettings settings = properties.settings();

        OfCampaign(String campaign, TrainingSet set) {
            this.campaign = campaign;
            this.set = set;
        }

        @Override
        public String hash() {
            return set.hash();
        }

        @Override
        public Map<String, String> settings() {
            return settings.described();
        }

        @Override
        public Learnt<NextStateModel> learn(long seed, ProgressListener progress) {
            TrainedModel trained = new NextStateTrainer(settings).train(set, seed, progress.part(0, LEARNT));
            progress.reached("evaluating", LEARNT);
            Map<String, Double> metrics = new HashMap<>(trained.metrics());
            metrics.putAll(heldOut(trained.model()));
            return new Learnt<>(trained.model(), metrics);
        }

        /** How the model does on the campaign's own held-out rows, if it has any. */
        private Map<String, Double> heldOut(NextStateModel model) {
            Reading reading = campaigns.reading(campaign);
            List<LabelledSituation> rows =
                    CampaignTrainingSet.labelled(reading.campaign().orElseThrow(), reading.heldOut());
            if (rows.isEmpty()) {
                return Map.of();
            }
            Evaluation evaluation = NextStateEvaluation.of(model, rows);
            return Map.of(
                    "heldOutRows", (double) evaluation.figures().rows(),
                    "heldOutAccuracy", evaluation.figures().accuracy(),
                    "heldOutMacroF1", evaluation.figures().macroF1(),
                    "heldOutStateShuffledAccuracy", evaluation.stateShuffledAccuracy());
        }
    }
}
