package io.parley.standalone.call;

import io.parley.gateway.rtp.Keys;
import io.parley.speech.file.WavFile;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.synthesis.UnspeakableException;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls a Parley as a telephone does. */
@Command(
        name = "call",
        description = {
            "Calls a running Parley by SIP, as a telephone does, and tells what happens with its times.",
            "Whenever the other side has spoken and fallen silent, or says nothing for five seconds, the next"
                    + " of --say, --play and --digits is done, in their order; after the last one it hangs up. Exits with 1 if that cannot be carried out."
        },
        mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {

    private static final int KEPT_SENTENCES = 16;

    /** One of the three; a group, so that the command line's order is kept. */
    static final class Wish {
        @Option(names = "--say", required = true, paramLabel = "TEXT", description = "Say this, by the embedded voice.")
        private @Nullable String say;

        @Option(
                names = "--play",
                required = true,
                paramLabel = "FILE.wav",
                description = "Play what is recorded there.")
        private @Nullable Path play;

        @Option(
                names = "--digits",
                required = true,
                paramLabel = "KEYS",
                description = "Press these keys: 0-9 * # A-D.")
        private @Nullable String digits;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "sip:CAMPAIGN@HOST[:PORT]", description = "Whom to call.")
    private String target = "";

    @ArgGroup(multiplicity = "0..*")
    private List<Wish> wishes = new ArrayList<>();

    @Option(names = "--record", paramLabel = "OUT.wav", description = "Keep what the other side says.")
    private Optional<Path> record = Optional.empty();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long the call may take (${DEFAULT-VALUE}).")
    private int timeout = 120;

    @Option(
            names = "--silence",
            paramLabel = "MS",
            description = "How long the other side must be silent before it is our turn (${DEFAULT-VALUE}).")
    private int silence = 1200;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Our own numeric address (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Our own port for SIP; the next eight are for sound (${DEFAULT-VALUE}).")
    private int port = 5080;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CallPlan plan = plan();
        SelfTest.Outcome outcome;
        try {
            outcome =
                    new SelfTest(new Protocol(out), silence).run(target, host, port, plan, Duration.ofSeconds(timeout));
            if (record.isPresent()) {
                WavFile.write(record.get(), outcome.sound());
            }
        } catch (IllegalArgumentException bad) {
            throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
        } catch (IOException failed) {
            throw new StartFailure(
                    String.valueOf(failed.getMessage()), "See whether Parley runs with SIP, and choose another --port");
        }
        out.println(outcome.well() ? "The call went well." : "The call failed: " + outcome.why() + ".");
        return outcome.well() ? 0 : 1;
    }

    /** All is made ready before the call, so that nobody waits in it. */
    private CallPlan plan() {
        List<CallPlan.Step> steps = new ArrayList<>();
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, KEPT_SENTENCES)) {
            for (Wish wish : wishes) {
                steps.add(step(wish, voice));
            }
        } catch (UnspeakableException | IOException | IllegalArgumentException bad) {
            throw new ParameterException(spec.commandLine(), String.valueOf(bad.getMessage()), bad);
        }
        return new CallPlan(steps);
    }

    private static CallPlan.Step step(Wish wish, SpeechSynthesizer voice) throws UnspeakableException, IOException {
        if (wish.say != null) {
            return new CallPlan.Step.Speak(wish.say, voice.say(wish.say));
        }
        if (wish.play != null) {
            return new CallPlan.Step.Speak(wish.play.getFileName().toString(), WavFile.read(wish.play));
        }
        return new CallPlan.Step.Press(Keys.checked(String.valueOf(wish.digits)));
    }
}
