package io.parley.gateway.call;

import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.voice.Expected;
import io.parley.speech.activity.VoiceActivity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a call, by both sides in turn, from the greeting to the farewell: what the caller says, keys in or leaves
 * unsaid goes to the order flow, and its reply is spoken until the caller interrupts it. Used by the call's own thread.
 */
final class Talk implements Recognition.Outcome {

    private static final Duration NO_FRAMES = Duration.ofMillis(200);
    private static final Duration LONG_ENOUGH_FOR_DIGITS = Duration.ofSeconds(1);

    private final Call call;
    private final HeardLeg leg;
    private final Exchange exchange;
    private final Surroundings around;
    private final CallReport report;
    private final Dialogue.Part part;
    private final Commands commands;
    private final Mouth mouth;
    private final Ear ear;
    private final Recognition recognition;
    private final Keypad keypad;
    private final Consent consent;

    private int silences;
    private long quietSince = System.nanoTime();
    private long frameAt = System.nanoTime();
    private boolean leaving;

    /**
     * @param call ends it, and takes what happens elsewhere
     * @param id of the call
     */
    Talk(
            Call call,
            String id,
            HeardLeg leg,
            Exchange exchange,
            Surroundings around,
            CallLog timeline,
            VoiceEngines.Loaded engines,
            Dialogue.Part part) {
        this.call = call;
        this.leg = leg;
        this.exchange = exchange;
        this.around = around;
        this.part = part;
        commands = new Commands(part.spoken().phrases());
        mouth = new Mouth(leg, engines.synthesizer(), around.hands(), call::post);
        ear = new Ear(
                engines.recognizer(),
                part.vocabulary(),
                commands.all(),
                around.properties().longestUtterance(),
                leg.rate());
        report = new CallReport(
                leg, timeline, around.meters(), engines.recognizer().engine());
        keypad = new Keypad(around.properties().keyPause());
        consent = new Consent(around.recordings(), timeline, id, part, leg);
        recognition = new Recognition(ear, exchange, report, consent, this);
    }

    /** Says what the conversation begins with, or where it was. */
    void begin(Expected expected) {
        if (consent.isWanted()) {
            exchange.expect(consent.ask(expected));
            report.expects(exchange.expected(), exchange.wantsKeys());
            report.reply(null, consent.question(), part.state(), List.of(), null);
            mouth.say(consent.question(), () -> {}, this::quiet);
        } else {
            greet(expected);
        }
    }

    private void greet(Expected expected) {
        exchange.expect(expected);
        report.expects(expected, exchange.wantsKeys());
        speak(null, part.said(), part.state(), part.choices(), part.outcome(), () -> {});
    }

    /** A frame of 20 ms came. */
    void heard(short[] frame) {
        frameAt = System.nanoTime();
        frame(frame);
    }

    /** Our sound was played up to there. */
    void played(String mark) {
        mouth.played(mark);
    }

    /** Says good-bye; nothing else is heard or said any more. */
    void farewell(Runnable then) {
        leaving = true;
        mouth.say(part.spoken().phrases().goodbye(), () -> {}, then);
    }

    void close() {
        ear.close();
    }

    private void frame(short[] frame) {
        leg.heard(frame, exchange.expected().muted());
        if (leaving) {
            return;
        }
        recognition.hear(frame);
        boolean barges = mouth.isSpeaking()
                && ear.isSpeaking()
                && ear.spoken().compareTo(around.properties().bargeInAfter()) >= 0;
        if (barges) {
            mouth.cut();
        }
        recognition.show();
    }

    private boolean wantsSecret() {
        return exchange.expected().kind() == Expected.Kind.SECRET;
    }

    @Override
    public void missed() {
        quiet();
        goOn();
    }

    @Override
    public void failed() {
        goOn();
    }

    @Override
    public void understood(Expected asked, Utterance.Readings readings, Duration spoken, long ended) {
        quiet();
        if (wantsSecret()) {
            // What was heard before the secret was asked for could hold it already.
            Optional<String> command =
                    asked.kind() == Expected.Kind.SECRET ? commands.among(readings.texts()) : Optional.empty();
            boolean tried = readings.first().isPresent() || spoken.compareTo(LONG_ENOUGH_FOR_DIGITS) >= 0;
            if (command.isPresent()) {
                spoken(List.of(command.get()), ended);
            } else if (tried) {
                askForKeys();
            } else {
                goOn();
            }
            return;
        }
        Optional<String> first = readings.first();
        boolean speaks = mouth.isSpeaking() || mouth.isCut();
        boolean answersUs = mouth.isAtLastPart() && asked.kind() == Expected.Kind.YES_NO;
        boolean goesOn = speaks
                && (first.isEmpty()
                        || (Backchannel.is(first.get())
                                && !answersUs
                                && spoken.compareTo(around.properties().backchannelWithin()) <= 0));
        if (goesOn) {
            report.backchannel();
            goOn();
        } else if (first.isPresent()) {
            spoken(readings.texts(), ended);
        }
    }

    private void spoken(List<String> readings, long ended) {
        Said said = Said.spoken(exchange.nextTurn(), readings, ended);
        report.understood(said, readings.size());
        say(said);
    }

    private void askForKeys() {
        mouth.stop();
        mouth.say(part.spoken().phrases().keys(), () -> {}, this::quiet);
    }

    /** The reply goes on where it was cut. */
    private void goOn() {
        mouth.resume();
    }

    /** A key was pressed. */
    void key(char key) {
        if (leaving) {
            return;
        }
        quiet();
        if (mouth.isSpeaking()) {
            mouth.cut();
        }
        keypad.press(key, exchange.expected(), System.nanoTime()).ifPresent(this::entered);
        report.pressing(keypad.pressed());
    }

    private void entered(Keypad.Entry entry) {
        Said said = commands.meaning(entry, wantsSecret(), exchange.nextTurn(), System.nanoTime());
        long pressed = entry instanceof Keypad.Entry.Digits(var digits) ? digits.length() : 1;
        report.keys(said, pressed);
        say(said);
    }

    /** Something was typed beside the call. Who types does not answer what was asked by voice. */
    void typed(Said said) {
        if (consent.isPending()) {
            withoutConsent();
        }
        say(said);
    }

    /** The conversation goes on with what the caller says instead of answering, and nothing is recorded. */
    private void withoutConsent() {
        mouth.stop();
        exchange.expect(consent.passedOver());
    }

    /** Takes what was said to the order flow, with how much of our reply was heard. */
    void say(Said said) {
        if (leaving) {
            return;
        }
        if (consent.isPending()) {
            decided(said);
            return;
        }
        if (!said.isSilent()) {
            silences = 0;
            report.taken(said);
        }
        @Nullable String heardReply = null;
        if (mouth.isSpeaking() || mouth.isCut()) {
            heardReply = mouth.cut();
            report.bargeIn(said, heardReply);
            mouth.stop();
        }
        exchange.take(part, said, heardReply, this::replied, call::failed);
    }

    /** Whatever was answered, the order flow hears nothing of it. */
    private void decided(Said said) {
        if (commands.among(said.readings()).isPresent()) {
            // A person, or to hear it again, can be had whatever is asked.
            withoutConsent();
            say(said);
            return;
        }
        silences = 0;
        keypad.clear();
        greet(consent.answered(said));
    }

    private void replied(Said said, TurnReply reply, Expected expected) {
        if (leaving) {
            return;
        }
        quiet();
        report.replied(said);
        exchange.expect(expected);
        keypad.clear();
        report.expects(expected, exchange.wantsKeys());
        if (exchange.follows(reply.handOff())) {
            exchange.transfer(leg, () -> {
                report.transfer(said);
                call.finish(CallEnd.TRANSFERRED);
            });
        }
        long replied = System.nanoTime();
        speak(
                said.turnId(),
                reply.reply(),
                reply.state(),
                reply.choices(),
                reply.outcome(),
                () -> report.firstAudio(said, replied));
    }

    private void speak(
            @Nullable String turnId,
            String text,
            String state,
            List<String> choices,
            @Nullable String outcome,
            Runnable begun) {
        report.reply(turnId, text, state, choices, outcome);
        mouth.say(text, begun, () -> {
            report.spoken(turnId);
            if (outcome == null) {
                quiet();
            } else {
                call.finish(CallEnd.CONVERSATION_OVER);
            }
        });
        if (ear.isSpeaking()) {
            // The caller began while we thought; whether they meant us to be silent is known when they have ended.
            mouth.cut();
        }
    }

    private void quiet() {
        quietSince = System.nanoTime();
    }

    /** What time alone brings about. */
    void time(long clock) {
        while (System.nanoTime() - frameAt > NO_FRAMES.toNanos()) {
            // Legs that send nothing while nobody speaks.
            frameAt += VoiceActivity.FRAME.toNanos();
            short[] silence = new short[leg.rate() / 50];
            if (ear.isOpen()) {
                frame(silence);
            } else {
                leg.heard(silence, exchange.expected().muted());
            }
        }
        keypad.pause(clock).ifPresent(this::entered);
        exchange.newsFromDesk(part, turn -> speak(turn.turnId(), turn.reply(), "", List.of(), null, () -> {}));
        boolean silent = !mouth.isSpeaking()
                && !ear.isOpen()
                && !recognition.isDeciding()
                && keypad.pressed() == 0
                && exchange.isIdle();
        if (silent && clock - quietSince > exchange.patience().toNanos()) {
            noInput();
        }
    }

    private void noInput() {
        quiet();
        silences++;
        report.noInput();
        if (silences > around.properties().noInputs()) {
            call.leave(CallEnd.NO_INPUT);
        } else {
            Said silence = Said.silence(exchange.nextTurn());
            report.silence(silence);
            say(silence);
        }
    }
}
