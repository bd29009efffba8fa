package io.parley.standalone.embedded;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;

/** A client's connection to an embedded server. */
record RedisConnection(RedisClient client, RedisCommands<String, String> commands) implements AutoCloseable {

    static RedisConnection to(EmbeddedRedis redis) {
        return to(redis.port(), redis.password());
    }

    static RedisConnection to(int port, String password) {
        RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withPassword(password.toCharArray())
                .build());
        return new RedisConnection(client, client.connect().sync());
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
