package io.parley.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the page. Files under {@code assets/} carry a hash in their name and are kept for a year; all others are asked
 * for again each time and answered by their ETag. Times of change say nothing here: every build gives its files the same.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    static final String LOCATION = "classpath:/META-INF/resources/";

    private static final Duration YEAR = Duration.ofDays(365);

    private final Map<String, String> etags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(LOCATION + "assets/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(LOCATION)
                .setUseLastModified(false)
                .setEtagGenerator(this::etag)
                .setCacheControl(CacheControl.noCache());
    }

    private String etag(Resource resource) {
        return etags.computeIfAbsent(resource.toString(), name -> hash(resource));
    }

    private static String hash(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
