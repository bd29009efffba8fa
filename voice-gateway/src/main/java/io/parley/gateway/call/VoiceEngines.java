package io.parley.gateway.call;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.recognition.Vocabulary;
import io.parley.speech.synthesis.SpeechSynthesizer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines that hear and speak. Loading them takes seconds and much memory, so it is done once, on a thread of its own,
 * when somebody first asks for them.
 */
public final class VoiceEngines implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VoiceEngines.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<SpeechRecognizer> recognizers;
    private final Supplier<SpeechSynthesizer> synthesizers;
    private @Nullable CompletableFuture<Loaded> loading;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** @param recognizers loads the recogniser; may fail, then the next call tries again */
    public VoiceEngines(Supplier<SpeechRecognizer> recognizers, Supplier<SpeechSynthesizer> synthesizers) {
        this.recognizers = recognizers;
        this.synthesizers = synthesizers;
    }

    /** Both engines, ready. */
    public record Loaded(SpeechRecognizer recognizer, SpeechSynthesizer synthesizer) {}

    /**
     * Makes the recogniser ready for a vocabulary, once; takes seconds.
     *
     * @param loaded what it is made ready of
     */
    public void prepare(Loaded loaded, Vocabulary vocabulary) {
        if (prepared.add(vocabulary.contentHash())) {
            try {
                loaded.recognizer().prepare(vocabulary);
            } catch (RuntimeException e) {
                prepared.remove(vocabulary.contentHash());
                throw e;
            }
        }
    }

    /** Begins to load them, unless that was begun before. */
    public synchronized CompletableFuture<Loaded> load() {
        if (closed) {
            throw new FaultException(Fault.SERVICE_UNAVAILABLE, "The gateway stops; call again.");
        }
        if (loading == null || loading.isCompletedExceptionally()) {
            CompletableFuture<Loaded> begun = new CompletableFuture<>();
            loading = begun;
            Thread.ofPlatform().daemon().name("voice-engines").start(() -> load(begun));
        }
        return loading;
    }

    /**
     * The engines; waits until they are loaded.
     *
     * @throws FaultException {@link Fault#SERVICE_UNAVAILABLE} if they cannot be
     */
    public Loaded get() {
        try {
            return load().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new FaultException(
                    Fault.SERVICE_UNAVAILABLE, "The engines that hear and speak are not ready; the log says why.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.SERVICE_UNAVAILABLE, "The gateway stops; call again.", e);
        }
    }

    /** The engines if they are loaded by now; never waits. */
    public synchronized Optional<Loaded> loaded() {
        return loading != null && loading.isDone() && !loading.isCompletedExceptionally()
                ? Optional.of(loading.join())
                : Optional.empty();
    }

    /** Whether loading them failed the last time. */
    public synchronized boolean hasFailed() {
        return loading != null && loading.isCompletedExceptionally();
    }

    private void load(CompletableFuture<Loaded> begun) {
        long start = System.nanoTime();
        try {
            Loaded loaded = new Loaded(recognizers.get(), synthesizers.get());
            if (!begun.complete(loaded)) {
                close(loaded);
                return;
            }
            log.atInfo()
                    .addKeyValue("recognizer", loaded.recognizer().engine())
                    .addKeyValue("synthesizer", loaded.synthesizer().engine())
                    .addKeyValue(
                            "millis",
                            Duration.ofNanos(System.nanoTime() - start).toMillis())
                    .log("voice engines ready");
        } catch (RuntimeException | LinkageError e) {
            log.atError().setCause(e).log("the voice engines could not be loaded; calls are refused until they can");
            begun.completeExceptionally(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (loading != null && !loading.cancel(false) && !loading.isCompletedExceptionally()) {
            close(loading.join());
        }
    }

    private static void close(Loaded loaded) {
        loaded.recognizer().close();
        loaded.synthesizer().close();
    }
}
