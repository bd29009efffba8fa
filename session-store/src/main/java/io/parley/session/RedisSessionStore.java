package io.parley.session;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.event.DialogueEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in Redis.
 *
 * <p>Keys with the sessions' time to live: {@code parley:session:<id>} (hash of version and JSON),
 * {@code parley:transcript:<id>} (list of exchanges), {@code parley:turns:<id>} (hash, turn id to place in the
 * transcript). Without one: {@code parley:events} (stream of events that still have to reach Kafka) and
 * {@code parley:archive} (stream of records of turns that still have to reach the archive).
 */
public final class RedisSessionStore {

    static final String EVENTS = "parley:events";
    static final String TURNS = "parley:archive";

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> LOAD = RedisScript.of(script("load.lua"), List.class);

    private static final RedisScript<Long> SAVE = RedisScript.of(script("save.lua"), Long.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final SessionProperties properties;

    public RedisSessionStore(StringRedisTemplate redis, JsonMapper json, SessionProperties properties) {
        this.redis = redis;
        this.json = json;
        this.properties = properties;
    }

    /** The session of that id, or nothing if there is none or its time to live is over. */
    public Optional<Session> load(String id) {
        return load(id, "").map(Loaded::session);
    }

    /**
     * The session of that id, together with the exchange of a turn id.
     *
     * @throws FaultException {@link Fault#SESSION_CORRUPT} if what is stored cannot be read
     */
    public Optional<Loaded> load(String id, String turnId) {
        List<?> found = redis.execute(LOAD, keys(id), turnId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Session session = read((String) found.getFirst(), Session.class, id);
        Optional<Exchange> earlier =
                found.size() < 2 ? Optional.empty() : Optional.of(read((String) found.get(1), Exchange.class, id));
        return Optional.of(new Loaded(session, earlier));
    }

    /**
     * Writes session, exchange and events in one step, where no turn was taken.
     *
     * @param session its version must be one above the stored one
     * @param exchange what the customer saw, or null if nothing was said
     * @return false if somebody else saved that version first; then nothing was written
     */
    public boolean save(Session session, @Nullable Exchange exchange, List<DialogueEvent> events) {
        return save(session, exchange, events, Optional.empty());
    }

    /**
     * Writes session, exchange, events and the record of a turn in one step.
     *
     * @param session its version must be one above the stored one
     * @param exchange what the customer saw, or null if nothing was said
     * @param record what the archive is to keep of the turn
     * @return false if somebody else saved that version first; then nothing was written
     */
    public boolean save(
            Session session, @Nullable Exchange exchange, List<DialogueEvent> events, Optional<SealedTurn> record) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(session.version()));
        arguments.add(json.writeValueAsString(session));
        arguments.add(Long.toString(properties.timeToLive().toSeconds()));
        arguments.add(exchange == null ? "" : exchange.turnId());
        arguments.add(exchange == null ? "" : json.writeValueAsString(exchange));
        arguments.add(record.map(json::writeValueAsString).orElse(""));
        for (DialogueEvent event : events) {
            arguments.add(event.conversationId());
            arguments.add(json.writerFor(DialogueEvent.class).writeValueAsString(event));
        }
        Long saved = redis.execute(SAVE, keys(session.id()), arguments.toArray());
        return saved != null && saved == 1;
    }

    /** Every exchange of the conversation, oldest first. */
    public List<Exchange> transcript(String id) {
        List<String> exchanges = redis.opsForList().range(transcriptKey(id), 0, -1);
        return exchanges == null
                ? List.of()
                : exchanges.stream()
                        .map(exchange -> read(exchange, Exchange.class, id))
                        .toList();
    }

    /** As text, since a script kept as a resource is looked for on the class path at every use, to see whether it has changed. */
    private static String script(String name) {
        try {
            return new ClassPathResource("io/parley/session/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("io/parley/session/" + name + " cannot be read from the class path", e);
        }
    }

    private <T> T read(String stored, Class<T> type, String id) {
        try {
            return json.readValue(stored, type);
        } catch (JacksonException e) {
            throw new FaultException(
                    Fault.SESSION_CORRUPT,
                    "The stored " + type.getSimpleName() + " of conversation " + id + " is damaged",
                    e);
        }
    }

    private static List<String> keys(String id) {
        return List.of("parley:session:" + id, transcriptKey(id), "parley:turns:" + id, EVENTS, TURNS);
    }

    private static String transcriptKey(String id) {
        return "parley:transcript:" + id;
    }
}
