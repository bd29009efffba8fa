package io.parley.gateway.call.recording;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The recordings there are, each a sealed file named by its call. Thread-safe. */
@Component
public final class Recordings {

    private static final Logger log = LoggerFactory.getLogger(Recordings.class);
    private static final String ENDING = ".sealed";
    /** Ids of calls are ours; what is none of them names no file. */
    private static final Pattern CALL = Pattern.compile("[0-9a-f-]{36}");

    private final Duration keep;
    private final @Nullable Path folder;
    private final @Nullable Seal seal;
    private final boolean enabled;
    private final JsonMapper json;
    private final Clock clock = Clock.systemUTC();

    Recordings(RecordingProperties properties, JsonMapper json) {
        this.enabled = properties.enabled();
        this.keep = properties.keep();
        this.folder = properties.folder();
        this.json = json;
        this.seal = properties.key() == null ? null : seal(properties.key());
        if (enabled && (folder == null || seal == null)) {
            throw new IllegalArgumentException(
                    "parley.voice.recording.enabled needs parley.voice.recording.folder and parley.voice.recording.key");
        }
        if (enabled && folder != null) {
            create(folder);
        }
    }

    /** Whether callers are to be asked. */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Begins to record a call whose caller has agreed.
     *
     * @param rate samples a second of either side
     * @return nothing if that is not possible; the call goes on without
     */
    public Optional<Recording> begin(String call, String conversation, String campaign, int rate) {
        if (!enabled || folder == null || seal == null) {
            return Optional.empty();
        }
        RecordingHeader header = new RecordingHeader(conversation, campaign, rate, clock.instant());
        try {
            byte[] told = json.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
            return Optional.of(Recording.begin(file(folder, call), call, told, rate, seal));
        } catch (IOException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("call", call)
                    .addKeyValue("cause", e.toString())
                    .log("a call cannot be recorded");
            return Optional.empty();
        }
    }

    /** The latest first. What cannot be opened, since it was sealed with another key, is left out. */
    List<RecordingView> all() {
        return (seal == null ? List.<Path>of() : files())
                .stream()
                        .flatMap(file -> view(file).stream())
                        .sorted(Comparator.comparing(RecordingView::began).reversed())
                        .toList();
    }

    /**
     * One of them.
     *
     * @throws FaultException {@link Fault#RECORDING_NOT_FOUND}
     */
    RecordingView one(String call) {
        return view(existing(call)).orElseThrow(() -> notFound(call));
    }

    /**
     * Writes its sound.
     *
     * @throws FaultException {@link Fault#RECORDING_NOT_FOUND}
     */
    void writeWav(String call, OutputStream to) throws IOException {
        reader(existing(call)).writeWav(to);
    }

    /**
     * Deletes it for good.
     *
     * @throws FaultException {@link Fault#RECORDING_NOT_FOUND}
     */
    void delete(String call) {
        remove(existing(call));
        log.atInfo().addKeyValue("call", call).log("a recording was deleted");
    }

    /** Deletes what was kept for long enough. */
    void sweep() {
        Instant before = clock.instant().minus(keep);
        for (Path file : files()) {
            if (changed(file).isBefore(before)) {
                remove(file);
                log.atInfo().addKeyValue("call", call(file)).log("a recording was kept for its time, and deleted");
            }
        }
    }

    private Optional<RecordingView> view(Path file) {
        try {
            RecordingReader reader = reader(file);
            RecordingHeader header = reader.header();
            return Optional.of(new RecordingView(
                    call(file),
                    header.conversation(),
                    header.campaign(),
                    header.rate(),
                    header.began(),
                    reader.seconds(header),
                    changed(file).plus(keep)));
        } catch (IOException | UncheckedIOException e) {
            log.atWarn()
                    .addKeyValue("call", call(file))
                    .addKeyValue("cause", e.toString())
                    .log("a recording cannot be read: was parley.voice.recording.key changed?");
            return Optional.empty();
        }
    }

    private RecordingReader reader(Path file) {
        if (seal == null) {
            throw new FaultException(
                    Fault.RECORDING_NOT_FOUND, "Recordings cannot be opened without parley.voice.recording.key.");
        }
        return new RecordingReader(file, call(file), seal, json);
    }

    private List<Path> files() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be read: " + folder, e);
        }
    }

    private Path existing(String call) {
        if (folder == null || !CALL.matcher(call).matches() || !Files.exists(file(folder, call))) {
            throw notFound(call);
        }
        return file(folder, call);
    }

    private static FaultException notFound(String call) {
        return new FaultException(Fault.RECORDING_NOT_FOUND, "There is no recording of a call " + call + ".");
    }

    private static Path file(Path folder, String call) {
        return folder.resolve(call + ENDING);
    }

    private static String call(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be looked at", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be made: " + folder, e);
        }
    }

    private static Seal seal(String key) {
        try {
            return new Seal(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parley.voice.recording.key is no key: " + e.getMessage(), e);
        }
    }
}
