package io.parley.orderflow.turn;

import io.parley.session.EventOutbox;
import io.parley.session.RedisSessionStore;
import io.parley.session.SessionProperties;
import io.parley.session.TurnOutbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class SessionConfiguration {

    @Bean
    RedisSessionStore sessions(StringRedisTemplate redis, JsonMapper json, SessionProperties properties) {
        return new RedisSessionStore(redis, json, properties);
    }

    @Bean
    TurnOutbox turnOutbox(StringRedisTemplate redis, JsonMapper json) {
        return new TurnOutbox(redis, json);
    }

    @Bean
    EventOutbox eventOutbox(StringRedisTemplate redis) {
        return new EventOutbox(redis);
    }
}
