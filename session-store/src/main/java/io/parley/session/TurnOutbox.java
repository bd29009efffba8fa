package io.parley.session;

import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of turns that were saved with their session and still have to be archived. Whoever archives them removes them
 * afterwards, so a record may be archived twice and is never lost.
 */
public final class TurnOutbox {

    private final StringRedisTemplate redis;
    private final JsonMapper json;

    public TurnOutbox(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /**
     * A record on its way.
     *
     * @param id its place in the outbox
     */
    public record Entry(String id, SealedTurn turn) {}

    /** The oldest records that wait, at most {@code limit}. */
    public List<Entry> oldest(int limit) {
        List<MapRecord<String, Object, Object>> records = redis.opsForStream()
                .range(RedisSessionStore.TURNS, Range.unbounded(), Limit.limit().count(limit));
        return records == null
                ? List.of()
                : records.stream()
                        .map(entry -> new Entry(
                                entry.getId().getValue(),
                                json.readValue(String.valueOf(entry.getValue().get("turn")), SealedTurn.class)))
                        .toList();
    }

    /** Forgets records that were archived. */
    public void remove(List<Entry> archived) {
        redis.opsForStream()
                .delete(
                        RedisSessionStore.TURNS,
                        archived.stream().map(entry -> RecordId.of(entry.id())).toArray(RecordId[]::new));
    }

    /** How many records wait. */
    public long size() {
        Long size = redis.opsForStream().size(RedisSessionStore.TURNS);
        return size == null ? 0 : size;
    }
}
