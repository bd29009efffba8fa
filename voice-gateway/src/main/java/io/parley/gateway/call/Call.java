package io.parley.gateway.call;

import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.upstream.UpstreamProblem;
import io.parley.speech.activity.VoiceActivity;
import io.parley.speech.recognition.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from the first sound to the last. Everything that happens to it, frames, keys, replies, time, is taken one after
 * the other by a thread of its own; what waits for others is done elsewhere and comes back as one more thing that happened.
 */
final class Call implements CallListener {

    private static final Logger log = LoggerFactory.getLogger(Call.class);
    /** Ten seconds of frames; who is behind by more loses what comes. */
    private static final int MOST_WAITING = 500;

    private static final long TICK_MILLIS = 50;
    private static final Duration NO_FRAMES = Duration.ofMillis(200);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH_FOR_DIGITS = Duration.ofSeconds(1);
    private static final int PARTIAL_EVERY_FRAMES = 15;

    private final String id;
    private final CallLeg leg;
    private final CallRequest request;
    private final Exchange exchange;
    private final Surroundings around;
    private final CallLog timeline;
    private final BlockingQueue<Runnable> happened = new LinkedBlockingQueue<>();
    private final long began = System.nanoTime();
    private final Keypad keypad;

    private @Nullable Talk talk;
    private Optional<String> shown = Optional.empty();
    private int frames;
    private int deciding;
    private int silences;
    private long quietSince = System.nanoTime();
    private long frameAt = System.nanoTime();
    private boolean leaving;
    private long leaveBy;
    private volatile boolean over;
    private CallEnd why = CallEnd.FAILED;

    /** What a call can do once the conversation has begun. */
    private record Talk(Dialogue.Part part, Mouth mouth, Ear ear, Commands commands, String engine) {}

    Call(String id, CallLeg leg, CallRequest request, Surroundings around, CallLog timeline) {
        this.id = id;
        this.leg = leg;
        this.request = request;
        this.around = around;
        this.timeline = timeline;
        this.keypad = new Keypad(around.properties().keyPause());
        this.exchange = new Exchange(id, around, this::post);
    }

    @Override
    public void heard(short[] frame) {
        if (happened.size() < MOST_WAITING) {
            post(() -> {
                frameAt = System.nanoTime();
                frame(frame);
            });
        }
    }

    @Override
    public void digit(char digit) {
        post(() -> key(digit));
    }

    @Override
    public void played(String mark) {
        post(() -> {
            if (talk != null) {
                talk.mouth().played(mark);
            }
        });
    }

    @Override
    public void typed(String turnId, String text) {
        post(() -> {
            timeline.add("typed", text, turnId, Map.of());
            say(Said.typed(turnId, text));
        });
    }

    @Override
    public void ended(CallEnd end) {
        post(() -> end(end));
    }

    /** Ends the call from outside. */
    void hangUp(CallEnd end) {
        post(() -> finish(end));
    }

    /** Leads the call; returns when it is over. */
    void lead() {
        exchange.begin(request, this::taken, this::failed);
        try {
            while (!over) {
                Runnable next = happened.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                time();
            }
        } catch (InterruptedException e) {
            finish(CallEnd.SHUTDOWN);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("call", id).log("a call broke");
            finish(CallEnd.FAILED);
        } finally {
            if (talk != null) {
                talk.ear().close();
            }
            exchange.close();
        }
    }

    /** Why it ended, once it is over. */
    CallEnd why() {
        return why;
    }

    private void post(Runnable what) {
        happened.add(what);
    }

    private void taken(VoiceEngines.Loaded engines, Dialogue.Part part, Expected expected) {
        SpokenCampaign spoken = part.spoken();
        Commands commands = new Commands(spoken.phrases());
        Vocabulary vocabulary = new Vocabulary(spoken.campaign(), spoken.contentHash(), spoken.sentences());
        around.hands().execute(() -> around.engines().prepare(engines, vocabulary));
        Mouth mouth = new Mouth(leg, engines.synthesizer(), around.hands(), this::post);
        Ear ear = new Ear(
                engines.recognizer(),
                vocabulary,
                commands.all(),
                around.properties().longestUtterance(),
                leg.rate());
        String engine = engines.recognizer().engine();
        talk = new Talk(part, mouth, ear, commands, engine);
        timeline.taken(part.conversation(), part.campaign(), engine);
        leg.show(new CallNotice.Taken(
                id, part.conversation(), engine, engines.synthesizer().engine()));
        exchange.expect(expected);
        leg.show(new CallNotice.Expects(expected.kind().label(), exchange.wantsKeys()));
        speak(null, part.said(), part.state(), part.choices(), part.outcome(), () -> {});
    }

    private void failed(RuntimeException cause) {
        log.atWarn()
                .addKeyValue("call", id)
                .addKeyValue("cause", cause.toString())
                .log("a call could not go on");
        leave(
                cause instanceof UpstreamProblem problem && problem.status() == 409
                        ? CallEnd.CONVERSATION_OVER
                        : CallEnd.FAILED);
    }

    private void frame(short[] frame) {
        Talk now = talk;
        if (now == null || leaving) {
            return;
        }
        switch (now.ear().hear(frame, exchange.expected(), exchange.endOfTurn())) {
            case NOTHING -> {}
            case BEGAN -> shown = Optional.empty();
            case ENDED -> understand(now, now.ear().take(), now.ear().spoken());
            case MISSED -> {
                around.meters().happened("missed", now.engine());
                quietSince = System.nanoTime();
                goOn(now);
            }
        }
        boolean barges = now.mouth().isSpeaking()
                && now.ear().isSpeaking()
                && now.ear().spoken().compareTo(around.properties().bargeInAfter()) >= 0;
        if (barges) {
            now.mouth().cut();
        }
        if (now.ear().isOpen() && ++frames % PARTIAL_EVERY_FRAMES == 0) {
            partial(now);
        }
    }

    private void partial(Talk now) {
        Utterance current = now.ear().current();
        Optional<String> partial = current == null ? Optional.empty() : current.partial();
        if (partial.isPresent() && !partial.equals(shown)) {
            shown = partial;
            String masked = Said.masked(partial.get());
            timeline.add("partial", masked, null, Map.of());
            leg.show(new CallNotice.Partial(masked));
        }
    }

    private void understand(Talk now, Utterance utterance, Duration spoken) {
        deciding++;
        long ended = System.nanoTime();
        exchange.elsewhere(
                () -> {
                    try (utterance) {
                        return utterance.end();
                    }
                },
                readings -> {
                    deciding--;
                    quietSince = System.nanoTime();
                    around.meters().recognized(now.engine(), readings.decoding(), utterance.duration());
                    understood(now, utterance.expected(), readings, spoken, ended);
                },
                cause -> {
                    deciding--;
                    log.atWarn().addKeyValue("cause", cause.toString()).log("an utterance could not be recognised");
                    goOn(now);
                });
    }

    private void understood(Talk now, Expected asked, Utterance.Readings readings, Duration spoken, long ended) {
        boolean secret = exchange.expected().kind() == Expected.Kind.SECRET;
        if (secret) {
            // What was heard before the secret was asked for could hold it already.
            Optional<String> command =
                    asked.kind() == Expected.Kind.SECRET ? now.commands().among(readings.texts()) : Optional.empty();
            boolean tried = readings.first().isPresent() || spoken.compareTo(LONG_ENOUGH_FOR_DIGITS) >= 0;
            if (command.isPresent()) {
                spoken(now, List.of(command.get()), ended);
            } else if (tried) {
                askForKeys(now);
            } else {
                goOn(now);
            }
            return;
        }
        Optional<String> first = readings.first();
        boolean speaks = now.mouth().isSpeaking() || now.mouth().isCut();
        boolean answersUs = now.mouth().isAtLastPart() && asked.kind() == Expected.Kind.YES_NO;
        boolean goesOn = speaks
                && (first.isEmpty()
                        || (Backchannel.is(first.get())
                                && !answersUs
                                && spoken.compareTo(around.properties().backchannelWithin()) <= 0));
        if (goesOn) {
            timeline.add("backchannel", null, null, Map.of());
            around.meters().happened("backchannel", now.engine());
            goOn(now);
        } else if (first.isPresent()) {
            spoken(now, readings.texts(), ended);
        }
    }

    private void spoken(Talk now, List<String> readings, long ended) {
        Said said = Said.spoken(exchange.nextTurn(), readings, ended);
        timeline.add(
                "final", said.caption(), said.turnId(), Map.of("finalMillis", millisSince(ended), "readings", (long)
                        readings.size()));
        around.meters().took("final", now.engine(), Duration.ofNanos(System.nanoTime() - ended));
        say(said);
    }

    private void askForKeys(Talk now) {
        now.mouth().stop();
        now.mouth().say(now.part().spoken().phrases().keys(), () -> {}, this::quiet);
    }

    /** The reply goes on where it was cut. */
    private void goOn(Talk now) {
        now.mouth().resume();
    }

    private void key(char key) {
        Talk now = talk;
        if (now == null || leaving) {
            return;
        }
        quiet();
        if (now.mouth().isSpeaking()) {
            now.mouth().cut();
        }
        keypad.press(key, exchange.expected(), System.nanoTime()).ifPresent(entry -> entered(now, entry));
        leg.show(new CallNotice.Keys(keypad.pressed()));
    }

    private void entered(Talk now, Keypad.Entry entry) {
        boolean secret = exchange.expected().kind() == Expected.Kind.SECRET;
        Said said = now.commands().meaning(entry, secret, exchange.nextTurn(), System.nanoTime());
        long pressed = entry instanceof Keypad.Entry.Digits(var digits) ? digits.length() : 1;
        timeline.add("keys", null, said.turnId(), Map.of("pressed", pressed));
        around.meters().happened("keys", now.engine());
        say(said);
    }

    /** Takes what was said to the order flow, with how much of our reply was heard. */
    private void say(Said said) {
        Talk now = talk;
        if (now == null || leaving) {
            return;
        }
        if (!said.isSilent()) {
            silences = 0;
            leg.show(new CallNotice.Final(said.turnId(), said.caption()));
        }
        @Nullable String heardReply = null;
        if (now.mouth().isSpeaking() || now.mouth().isCut()) {
            heardReply = now.mouth().cut();
            timeline.add("barge-in", heardReply, said.turnId(), Map.of());
            around.meters().happened("barge-in", now.engine());
            leg.show(new CallNotice.Interrupted(heardReply));
            now.mouth().stop();
        }
        exchange.take(now.part(), said, heardReply, this::replied, this::failed);
    }

    private void replied(Said said, TurnReply reply, Expected expected) {
        Talk now = talk;
        if (now == null || leaving) {
            return;
        }
        quiet();
        around.meters().took("reply", now.engine(), Duration.ofNanos(System.nanoTime() - said.since()));
        timeline.add("turn", null, said.turnId(), Map.of("replyMillis", millisSince(said.since())));
        exchange.expect(expected);
        keypad.clear();
        leg.show(new CallNotice.Expects(expected.kind().label(), exchange.wantsKeys()));
        if (exchange.follows(reply.handOff())) {
            exchange.transfer(leg, () -> {
                timeline.add("transfer", null, said.turnId(), Map.of());
                finish(CallEnd.TRANSFERRED);
            });
        }
        long replied = System.nanoTime();
        speak(said.turnId(), reply.reply(), reply.state(), reply.choices(), reply.outcome(), () -> {
            around.meters().took("first-audio", now.engine(), Duration.ofNanos(System.nanoTime() - replied));
            around.meters().took("response", now.engine(), Duration.ofNanos(System.nanoTime() - said.since()));
            timeline.add("first-audio", null, said.turnId(), Map.of("responseMillis", millisSince(said.since())));
        });
    }

    private void speak(
            @Nullable String turnId,
            String text,
            String state,
            List<String> choices,
            @Nullable String outcome,
            Runnable begun) {
        Talk now = talk;
        if (now == null) {
            return;
        }
        timeline.add("reply", text, turnId, Map.of());
        leg.show(new CallNotice.Reply(turnId, text, state, choices, outcome));
        now.mouth().say(text, begun, outcome == null ? this::quiet : () -> finish(CallEnd.CONVERSATION_OVER));
        if (now.ear().isSpeaking()) {
            // The caller began while we thought; whether they meant us to be silent is known when they have ended.
            now.mouth().cut();
        }
    }

    private void quiet() {
        quietSince = System.nanoTime();
    }

    /** What time alone brings about. */
    private void time() {
        Talk now = talk;
        long clock = System.nanoTime();
        if (over || (leaving && clock < leaveBy)) {
            return;
        }
        VoiceProperties properties = around.properties();
        if (leaving) {
            finish(why);
        } else if (clock - began > properties.maxCallTime().toNanos()) {
            leave(CallEnd.TOO_LONG);
        } else if (now != null) {
            while (now.ear().isOpen() && System.nanoTime() - frameAt > NO_FRAMES.toNanos()) {
                // Legs that send nothing while nobody speaks.
                frameAt += VoiceActivity.FRAME.toNanos();
                frame(new short[leg.rate() / 50]);
            }
            keypad.pause(clock).ifPresent(entry -> entered(now, entry));
            exchange.newsFromDesk(
                    now.part(), turn -> speak(turn.turnId(), turn.reply(), "", List.of(), null, () -> {}));
            boolean silent = !now.mouth().isSpeaking()
                    && !now.ear().isOpen()
                    && deciding == 0
                    && keypad.pressed() == 0
                    && exchange.isIdle();
            if (silent && clock - quietSince > exchange.patience().toNanos()) {
                noInput(now);
            }
        }
    }

    private void noInput(Talk now) {
        quiet();
        silences++;
        around.meters().happened("no-input", now.engine());
        if (silences > around.properties().noInputs()) {
            leave(CallEnd.NO_INPUT);
        } else {
            Said silence = Said.silence(exchange.nextTurn());
            timeline.add("no-input", null, silence.turnId(), Map.of());
            say(silence);
        }
    }

    /** Says good-bye and hangs up. */
    private void leave(CallEnd end) {
        if (leaving) {
            return;
        }
        why = end;
        leaving = true;
        leaveBy = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        if (talk == null) {
            finish(end);
        } else {
            talk.mouth().say(talk.part().spoken().phrases().goodbye(), () -> {}, () -> finish(end));
        }
    }

    private void finish(CallEnd end) {
        if (!over) {
            leg.show(new CallNotice.Ended(end.label()));
            leg.hangUp(end);
            end(end);
        }
    }

    private void end(CallEnd end) {
        if (!over) {
            over = true;
            why = end;
            timeline.ended(end);
        }
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
