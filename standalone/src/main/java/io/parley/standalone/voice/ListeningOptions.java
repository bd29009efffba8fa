package io.parley.standalone.voice;

import io.parley.campaign.CampaignReader;
import io.parley.campaign.Reading;
import io.parley.campaign.spoken.SpokenSentences;
import io.parley.speech.recognition.Expectation;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import io.parley.speech.sphinx.SphinxRecognizer;
import io.parley.speech.vosk.ModelInstallation;
import io.parley.speech.vosk.VoskRecognizer;
import io.parley.speech.vosk.VoskUnavailableException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who listens, and for what. */
final class ListeningOptions {
    private static final String SPHINX = "sphinx4";
    private static final String VOSK = "vosk";
    private static final String CHOICE = "choice:";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = SPHINX,
            description = "sphinx4 (embedded) or vosk (needs a model: install-model); ${DEFAULT-VALUE} by default.")
    private String engine = SPHINX;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The folder of Vosk's model; models/" + ModelInstallation.MODEL + " by default.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--campaign",
            paramLabel = "DIR",
            description = "Whose customers speak; the embedded engine knows their words from it.")
    private Optional<Path> campaign = Optional.empty();

    @Option(
            names = "--grammar",
            paramLabel = "KIND",
            description =
                    "Hear nothing but yes-no, date, number, letters, or choice:one,another,… instead of any sentence.")
    private Optional<String> grammar = Optional.empty();

    SpeechRecognizer open() {
        return switch (engine) {
            case SPHINX -> new SphinxRecognizer(1);
            case VOSK -> vosk();
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "No engine is called '" + engine + "'; there are " + SPHINX + " and " + VOSK);
        };
    }

    /** What the campaign's customers say; nothing beyond everyday sentences where no campaign is named. */
    Vocabulary vocabulary() {
        if (campaign.isEmpty()) {
            return new Vocabulary("none", "none", List.of());
        }
        Path folder = campaign.get();
        Reading reading = CampaignReader.read(folder);
        if (reading.campaign().isEmpty()) {
            throw new VoiceProblem(
                    folder + " is no valid campaign; ./parley validate " + folder + " tells what is wrong");
        }
        SpokenSentences spoken = SpokenSentences.of(reading);
        return new Vocabulary(spoken.campaign(), spoken.contentHash(), spoken.sentences());
    }

    Expectation expectation() {
        if (grammar.isEmpty()) {
            return new Expectation.Anything();
        }
        String kind = grammar.get();
        return switch (kind) {
            case "yes-no" -> new Expectation.YesOrNo();
            case "date" -> new Expectation.Day();
            case "number" -> new Expectation.Amount();
            case "letters" -> new Expectation.Spelled();
            default -> choice(kind);
        };
    }

    private Expectation choice(String kind) {
        List<String> choices = kind.startsWith(CHOICE)
                ? Arrays.stream(kind.substring(CHOICE.length()).split(","))
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .toList()
                : List.of();
        if (choices.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No grammar is called '" + kind
                            + "'; there are yes-no, date, number, letters and choice:one,another");
        }
        return new Expectation.OneOf(choices);
    }

    private SpeechRecognizer vosk() {
        try {
            return VoskRecognizer.open(
                    model.orElseGet(() -> InstallModelCommand.models().resolve(ModelInstallation.MODEL)), 1);
        } catch (VoskUnavailableException e) {
            throw new VoiceProblem(String.valueOf(e.getMessage()), e);
        }
    }
}
