package io.parley.standalone.stack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where this process logs. Call one of these before anything logs; the services' own logging set-up is switched off. */
public final class Logs {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %X{correlation.id:--} : %msg %kvp%n%ex";
    private static final int KEPT = 3;
    private static final String LIMIT = "10MB";

    /** What others log below these levels is of no use to whoever runs Parley. */
    private static final Map<String, Level> THRESHOLDS = Map.ofEntries(
            Map.entry("org.apache.kafka", Level.WARN),
            Map.entry("kafka", Level.WARN),
            Map.entry("state.change.logger", Level.WARN),
            Map.entry("org.apache.kafka.clients.consumer", Level.ERROR),
            Map.entry("org.apache.kafka.common.config.AbstractConfig", Level.ERROR),
            Map.entry("org.apache.kafka.common.utils.AppInfoParser", Level.ERROR),
            Map.entry("org.springframework", Level.WARN),
            Map.entry("org.apache.catalina", Level.WARN),
            Map.entry("org.nd4j", Level.WARN),
            Map.entry("org.deeplearning4j", Level.WARN),
            Map.entry("io.lettuce", Level.ERROR));

    private Logs() {}

    /** Into {@code parley.log} of that folder, and what the broker says into {@code kafka.log}; both roll over. */
    public static void into(Path folder) {
        LoggerContext context = begin();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(rolling(context, folder, "parley"));
        THRESHOLDS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        RollingFileAppender<ILoggingEvent> kafka = rolling(context, folder, "kafka");
        for (String name : new String[] {"kafka", "org.apache.kafka", "state.change.logger"}) {
            context.getLogger(name).addAppender(kafka);
            context.getLogger(name).setAdditive(false);
        }
    }

    /** Nowhere: for commands that talk to the person at the terminal themselves. */
    public static void nowhere() {
        begin().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    private static LoggerContext begin() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return context;
    }

    private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path folder, String name) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setFile(folder.resolve(name + ".log").toString());

        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(folder.resolve(name + ".%i.log").toString());
        window.setMaxIndex(KEPT);
        window.start();
        appender.setRollingPolicy(window);

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(LIMIT));
        trigger.start();
        appender.setTriggeringPolicy(trigger);

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
