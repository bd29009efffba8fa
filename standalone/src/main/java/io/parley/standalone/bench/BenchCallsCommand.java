package io.parley.standalone.bench;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.campaign.Fact;
import io.parley.gateway.sip.SipCaller;
import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.synthesis.UnspeakableException;
import io.parley.standalone.call.Asking;
import io.parley.standalone.client.JsonOutput;
import io.parley.standalone.embedded.StartFailure;
import io.parley.standalone.stack.CampaignsOption;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures calls. */
@Command(
        name = "calls",
        description = {
            "Has callers ask a running Parley their questions by SIP, several at once, and tells how long they wait for the",
            "first sound of a reply, and for silence where they speak into one."
        },
        footer = {
            "",
            "The first questions, until engines and code are warm, are not counted (--warm-up).",
            "Exit codes: 0 measured, 1 a call ended early or none was answered, 2 not understood."
        },
        mixinStandardHelpOptions = true)
public final class BenchCallsCommand implements Callable<Integer> {

    /** Each caller has one port for SIP and eight for sound. */
    private static final int PORTS_A_CALLER = 10;

    private static final int MOST_QUESTIONS = 12;
    private static final int LONGEST_QUESTION = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Mixin
    private CampaignsOption campaigns = new CampaignsOption();

    @Option(names = "--campaign", paramLabel = "ID", description = "Whose questions are asked.")
    private Optional<String> campaign = Optional.empty();

    @Option(
            names = "--sip",
            paramLabel = "HOST:PORT",
            description = "Where Parley takes telephones (${DEFAULT-VALUE}).")
    private String sip = "127.0.0.1:5060";

    @Option(names = "--calls", paramLabel = "N", description = "Calls at once (${DEFAULT-VALUE}).")
    private int calls = 1;

    @Option(names = "--seconds", paramLabel = "S", description = "How long they last (${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "As many calls before, uncounted, for so long (${DEFAULT-VALUE}).")
    private int warmUp = 60;

    @Option(
            names = "--end-of-turn",
            paramLabel = "MS",
            description = "What parley.voice.end-of-turn is there (${DEFAULT-VALUE}).")
    private long endOfTurn = 500;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Our own numeric address (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Our own first port; each caller takes ten (${DEFAULT-VALUE}).")
    private int port = 5200;

    @Override
    public Integer call() throws InterruptedException {
        if (calls < 1 || seconds < 1 || warmUp < 0) {
            throw new ParameterException(spec.commandLine(), "--calls and --seconds are at least 1");
        }
        String id = campaigns.choose(campaign);
        String target = "sip:" + id + "@" + sip;
        List<Sound> questions = questions(id);
        if (warmUp > 0) {
            ask(target, questions, calls, warmUp);
        }
        List<Asking.Noted> noted = ask(target, questions, calls, seconds);
        CallsReport report = report(target, noted);
        report.print(spec.commandLine().getOut());
        json.write(report);
        return report.isSound() ? 0 : 1;
    }

    private List<Asking.Noted> ask(String target, List<Sound> questions, int callers, int duration)
            throws InterruptedException {
        List<Asking> asking = new ArrayList<>();
        List<SipCaller> lines = new ArrayList<>();
        try {
            for (int i = 0; i < callers; i++) {
                AtomicReference<@Nullable SipCaller> line = new AtomicReference<>();
                Asking caller = new Asking(turned(questions, i), (sound, mark) -> {
                    SipCaller open = line.get();
                    if (open != null) {
                        open.play(sound, mark);
                    }
                });
                line.set(SipCaller.call(target, host, port + i * PORTS_A_CALLER, caller));
                asking.add(caller);
                lines.add(line.get());
            }
            Thread.sleep(Duration.ofSeconds(duration));
            return asking.stream().map(Asking::noted).toList();
        } catch (IOException e) {
            throw new StartFailure(
                    String.valueOf(e.getMessage()), "See whether Parley runs with SIP, and choose another --port");
        } finally {
            lines.forEach(SipCaller::hangUp);
            lines.forEach(SipCaller::close);
        }
    }

    private CallsReport report(String target, List<Asking.Noted> noted) {
        List<Duration> responses =
                noted.stream().flatMap(caller -> caller.responses().stream()).toList();
        return new CallsReport(
                target,
                calls,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                noted.stream().mapToInt(Asking.Noted::asked).sum(),
                noted.stream().mapToInt(Asking.Noted::unanswered).sum(),
                endOfTurn,
                Latencies.of(responses),
                Latencies.of(responses.stream()
                        .map(response -> response.minusMillis(endOfTurn))
                        .toList()),
                Latencies.of(noted.stream()
                        .flatMap(caller -> caller.silences().stream())
                        .toList()),
                noted.stream()
                        .map(Asking.Noted::over)
                        .filter(how -> !how.isEmpty())
                        .toList());
    }

    /** The campaign's own questions, the short ones, in the embedded voice. */
    private List<Sound> questions(String id) {
        Campaign read = CampaignReader.read(campaigns.folder().resolve(id))
                .campaign()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "The campaign " + id + " has errors; see ./parley validate"));
        List<String> texts = read.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.QUESTION)
                .flatMap(fact -> fact.ask().stream()
                        .filter(ask -> ask.length() <= LONGEST_QUESTION)
                        .limit(1))
                .limit(MOST_QUESTIONS)
                .toList();
        if (texts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The campaign " + id + " has no short questions");
        }
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, MOST_QUESTIONS)) {
            List<Sound> sounds = new ArrayList<>();
            for (String text : texts) {
                sounds.add(voice.say(text).atRate(Sound.TELEPHONE));
            }
            return sounds;
        } catch (UnspeakableException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The same from another one on, so that no two callers say the same at once. */
    private static <T> List<T> turned(List<T> all, int by) {
        int from = by % all.size();
        return Stream.concat(all.subList(from, all.size()).stream(), all.subList(0, from).stream())
                .toList();
    }
}
