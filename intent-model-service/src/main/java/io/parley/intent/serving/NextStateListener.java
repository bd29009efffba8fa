package io.parley.intent.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Topics;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.edge.CorrelationFilter;
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
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests off their topic and sends each reply to the partition its asker reads. */
@Component
class NextStateListener {

    private static final Logger log = LoggerFactory.getLogger(NextStateListener.class);

    private final NextStateAnswers answers;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;
    private final MeterRegistry meters;

    NextStateListener(
            NextStateAnswers answers,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.answers = answers;
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    @KafkaListener(id = "next-state-requests", topics = "next-state.requests.v1", groupId = "intent-model-service")
    void onRequests(List<ConsumerRecord<String, byte[]>> records) {
        List<Runnable> comparisons = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<String> correlation = text(record.headers(), Topics.CORRELATION_HEADER);
            try (MDC.MDCCloseable ignored = MDC.putCloseable(CorrelationFilter.MDC_KEY, correlation.orElse(null))) {
                onRequest(record, comparisons);
            }
        }
        // Nobody waits for the challenger: it speaks after every reply is out.
        comparisons.forEach(Runnable::run);
    }

    private void onRequest(ConsumerRecord<String, byte[]> record, List<Runnable> comparisons) {
        Optional<Integer> partition = text(record.headers(), Topics.REPLY_PARTITION_HEADER)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
        Optional<NextStateRequest> request = read(record);
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
        NextStateReply reply = answers.answer(request.get());
        count(reply.failure() == null ? "answered" : "failed");
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(
                Topics.NEXT_STATE_REPLIES.name(), partition.get(), record.key(), json.writeValueAsBytes(reply));
        Header correlation = record.headers().lastHeader(Topics.CORRELATION_HEADER);
        if (correlation != null) {
            sent.headers().add(correlation);
        }
        send(sent, request.get());
        comparisons.add(() -> answers.compare(request.get(), reply));
    }

    private void send(ProducerRecord<String, byte[]> reply, NextStateRequest request) {
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

    private void unsent(NextStateRequest request, Throwable failure) {
        count("unsent");
        log.atWarn()
                .addKeyValue("request.id", request.requestId())
                .setCause(failure)
                .log("a reply could not be sent");
    }

    private Optional<NextStateRequest> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(json.readValue(record.value(), NextStateRequest.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.atDebug().setCause(e).log("not a request");
            return Optional.empty();
        }
    }

    private void count(String outcome) {
        meters.counter("next.state.requests", "outcome", outcome).increment();
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
