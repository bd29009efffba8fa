package io.parley.gateway.call.listening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether calls may be heard while they are up.
 *
 * @param enabled off until it is said that customers are told of it
 */
@ConfigurationProperties("parley.voice.listening")
record ListeningProperties(@DefaultValue("false") boolean enabled) {}
