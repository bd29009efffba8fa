package io.parley.orderflow.handoff;

import io.parley.contracts.desk.DeskChange;
import io.parley.contracts.desk.DeskChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every instance's gateways that something changed at the desk, by a short stream in Redis. It has no words in it, and
 * it is a hint: what is lost of it costs a customer or a person no more than a look.
 */
@Component
public final class DeskFeed {

    private static final Logger log = LoggerFactory.getLogger(DeskFeed.class);
    private static final String STREAM = "parley:desk";
    private static final String CHANGE = "change";
    private static final long KEPT = 1_000;
    private static final int AT_ONCE = 200;
    private static final String BEGINNING = "0-0";
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    DeskFeed(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** Says that something changed. */
    public void tell(DeskChange change) {
        try {
            redis.opsForStream()
                    .add(StreamRecords.string(Map.of(CHANGE, json.writeValueAsString(change)))
                            .withStreamKey(STREAM));
            redis.opsForStream().trim(STREAM, KEPT, true);
        } catch (DataAccessException e) {
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a change at the desk could not be told; whoever looks sees it");
        }
    }

    /**
     * What changed after that; waits until something does.
     *
     * @param after the {@code next} of the changes before; empty for from now on
     * @param patience how long to wait at most
     */
    public DeskChanges after(String after, Duration patience) throws InterruptedException {
        if (after.isEmpty()) {
            return new DeskChanges(latest(), List.of());
        }
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            List<MapRecord<String, Object, Object>> records = records(after);
            if (!records.isEmpty() || System.nanoTime() >= until) {
                return changes(after, records);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private List<MapRecord<String, Object, Object>> records(String after) {
        List<MapRecord<String, Object, Object>> records = redis.opsForStream()
                .range(
                        STREAM,
                        Range.of(Range.Bound.exclusive(after), Range.Bound.unbounded()),
                        Limit.limit().count(AT_ONCE));
        return records == null ? List.of() : records;
    }

    private DeskChanges changes(String after, List<MapRecord<String, Object, Object>> records) {
        return new DeskChanges(
                records.isEmpty() ? after : records.getLast().getId().getValue(),
                records.stream()
                        .map(record ->
                                json.readValue(String.valueOf(record.getValue().get(CHANGE)), DeskChange.class))
                        .toList());
    }

    private String latest() {
        List<MapRecord<String, Object, Object>> last = redis.opsForStream()
                .reverseRange(STREAM, Range.unbounded(), Limit.limit().count(1));
        return last == null || last.isEmpty()
                ? BEGINNING
                : last.getFirst().getId().getValue();
    }
}
