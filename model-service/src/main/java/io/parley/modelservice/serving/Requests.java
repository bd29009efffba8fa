package io.parley.modelservice.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Topics;
import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;
import io.parley.edge.CorrelationFilter;
import io.parley.modelservice.family.ModelFamily;
import io.parley.modelservice.family.ModelNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the requests that were taken off their topic and sends each reply to the partition its asker reads. The service
 * listens, because an annotation says to what.
 *
 * @param <M> a model
 * @param <Q> a request
 * @param <A> a reply
 */
@Component
public class Requests<M, Q extends ModelRequest, A extends ModelReply> {

    private static final Logger log = LoggerFactory.getLogger(Requests.class);

    private final Answers<M, Q, A> answers;
    private final Shadow<M, Q, A> shadow;
    private final Answering<M, Q, A> answering;
    private final ModelNames names;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;
    private final MeterRegistry meters;

    Requests(
            Answers<M, Q, A> answers,
            Shadow<M, Q, A> shadow,
            Answering<M, Q, A> answering,
            ModelFamily<M, ?> family,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.answers = answers;
        this.shadow = shadow;
        this.answering = answering;
        this.names = family.names();
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    /** Answers a batch; those that cannot be read or come too late are counted and left. */
    public void answer(List<ConsumerRecord<String, byte[]>> records) {
        List<Runnable> last = new ArrayList<>();
        List<Runnable> later = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<String> correlation = text(record.headers(), Topics.CORRELATION_HEADER);
            try (MDC.MDCCloseable ignored = MDC.putCloseable(CorrelationFilter.MDC_KEY, correlation.orElse(null))) {
                answer(record, last, later);
            }
        }
        last.forEach(Runnable::run);
        // Nobody waits for the challenger: it hears of a turn after every reply is out.
        later.forEach(Runnable::run);
    }

    private void answer(ConsumerRecord<String, byte[]> record, List<Runnable> last, List<Runnable> later) {
        Optional<Integer> partition = text(record.headers(), Topics.REPLY_PARTITION_HEADER)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
        Optional<Q> request = read(record);
        if (request.isEmpty() || partition.isEmpty()) {
            count("malformed");
            log.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("a request cannot be read or does not say where its reply goes; it is skipped");
            return;
        }
        if (request.get().deadline().isBefore(clock.instant())) {
            count("late");
            return;
        }
        if (request.get().version() == null) {
            reply(record, request.get(), partition.get(), later);
        } else {
            // It may have to be read from disk, while customers wait for the others.
            last.add(() -> reply(record, request.get(), partition.get(), later));
        }
    }

    private void reply(ConsumerRecord<String, byte[]> record, Q request, int partition, List<Runnable> later) {
        Answered<M, Q, A> answered = answers.answer(request);
        A reply = answered.reply();
        count(reply.failure() == null ? "answered" : "failed");
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(
                answering.replies().name(), partition, record.key(), json.writeValueAsBytes(reply));
        Header correlation = record.headers().lastHeader(Topics.CORRELATION_HEADER);
        if (correlation != null) {
            sent.headers().add(correlation);
        }
        send(sent, request);
        String correlationId = text(record.headers(), Topics.CORRELATION_HEADER).orElse(null);
        later.add(() -> shadow.follow(answered, correlationId));
    }

    private void send(ProducerRecord<String, byte[]> reply, Q request) {
        try {
            var _ = kafka.send(reply).whenComplete((done, failure) -> {
                if (failure != null) {
                    unsent(request, failure);
                }
            });
        } catch (KafkaException e) {
            // A partition that does not exist, or a broker that is away: the asker has its own way out.
            unsent(request, e);
        }
    }

    private void unsent(Q request, Throwable failure) {
        count("unsent");
        log.atWarn()
                .addKeyValue("request.id", request.requestId())
                .setCause(failure)
                .log("a reply could not be sent");
    }

    private Optional<Q> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(
                    json.readValue(record.value(), answering.requests().payload()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.atDebug().setCause(e).log("not a request");
            return Optional.empty();
        }
    }

    private void count(String outcome) {
        meters.counter(names.metric("requests"), "outcome", outcome).increment();
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
