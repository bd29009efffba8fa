package io.parley.orderflow.handoff;

import static io.parley.orderflow.handoff.HandOffQueue.utc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who is on duty: whoever said so lately and has not left since. */
@Component
public final class Agents {

    private final JdbcClient database;
    private final HandOffProperties properties;
    private final Clock clock;

    Agents(JdbcClient database, HandOffProperties properties, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("parley.desk.agents", () -> onDuty().size())
                .description("people on duty at the desk")
                .register(meters);
    }

    /**
     * Somebody on duty.
     *
     * @param until when they count as gone unless they say again that they are there
     */
    public record Agent(String name, Instant until) {}

    /** Somebody says that they are there. */
    public Agent here(String name) {
        Agent agent = new Agent(name, clock.instant().plus(properties.dutyLasts()));
        if (!until(agent)) {
            try {
                database.sql("insert into desk_agents (name, until_time) values (?, ?)")
                        .params(name, utc(agent.until()))
                        .update();
            } catch (DuplicateKeyException e) {
                until(agent);
            }
        }
        return agent;
    }

    /** Somebody leaves; who was not there changes nothing. */
    public void gone(String name) {
        Instant now = clock.instant();
        database.sql("update desk_agents set until_time = ? where name = ? and until_time > ?")
                .params(utc(now), name, utc(now))
                .update();
    }

    /** By name. */
    public List<Agent> onDuty() {
        return database.sql("select * from desk_agents where until_time > ? order by name")
                .param(utc(clock.instant()))
                .query((row, number) -> new Agent(
                        row.getString("name"),
                        row.getObject("until_time", OffsetDateTime.class).toInstant()))
                .list();
    }

    public boolean isOnDuty(String name) {
        return onDuty().stream().anyMatch(agent -> agent.name().equals(name));
    }

    /** Until when somebody was there, or will be; nothing if nobody ever was. */
    public Optional<Instant> lastThere() {
        return database.sql("select until_time from desk_agents order by until_time desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        database.sql("delete from desk_agents where until_time < ?")
                .param(utc(clock.instant().minus(properties.retention())))
                .update();
    }

    private boolean until(Agent agent) {
        return database.sql("update desk_agents set until_time = ? where name = ?")
                        .params(utc(agent.until()), agent.name())
                        .update()
                == 1;
    }
}
