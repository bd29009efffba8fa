package io.parley.session;

import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Events that were saved with their session and still have to be published. Whoever publishes them removes them
 * afterwards, so an event may be published twice and is never lost.
 */
public final class EventOutbox {

    private final StringRedisTemplate redis;

    public EventOutbox(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * An event on its way.
     *
     * @param id its place in the outbox
     * @param conversationId the key it is published under
     * @param json the event
     */
    public record Entry(String id, String conversationId, String json) {}

    /** The oldest events that wait, at most {@code limit}. */
    public List<Entry> oldest(int limit) {
        List<MapRecord<String, Object, Object>> records = redis.opsForStream()
                .range(
                        RedisSessionStore.EVENTS,
                        Range.unbounded(),
                        Limit.limit().count(limit));
        return records == null
                ? List.of()
                : records.stream()
                        .map(entry -> new Entry(
                                entry.getId().getValue(),
                                String.valueOf(entry.getValue().get("conversation")),
                                String.valueOf(entry.getValue().get("event"))))
                        .toList();
    }

    /** Forgets events that were published. */
    public void remove(List<Entry> published) {
        redis.opsForStream()
                .delete(
                        RedisSessionStore.EVENTS,
                        published.stream().map(entry -> RecordId.of(entry.id())).toArray(RecordId[]::new));
    }

    /** How many events wait. */
    public long size() {
        Long size = redis.opsForStream().size(RedisSessionStore.EVENTS);
        return size == null ? 0 : size;
    }
}
