package io.parley.standalone.platform;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.parley.standalone.embedded.EmbeddedRedis;
import java.util.HashMap;
import java.util.Map;

/** What Redis kept of a conversation at one moment, so that a save that came later can be undone as by a crash. */
final class SavedKeys implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final String pattern;
    private final Map<String, byte[]> values = new HashMap<>();

    private SavedKeys(RedisClient client, String conversation) {
        this.client = client;
        this.connection = client.connect();
        this.pattern = "parley:*:" + conversation;
        connection
                .sync()
                .keys(pattern)
                .forEach(key -> values.put(key, connection.sync().dump(key)));
    }

    static SavedKeys of(EmbeddedRedis redis, String conversation) {
        RedisURI uri = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build();
        return new SavedKeys(RedisClient.create(uri), conversation);
    }

    void restore() {
        connection.sync().keys(pattern).forEach(key -> connection.sync().del(key));
        values.forEach((key, value) -> connection.sync().restore(key, value, new RestoreArgs()));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
