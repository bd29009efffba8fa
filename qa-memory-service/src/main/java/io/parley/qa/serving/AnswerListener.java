package io.parley.qa.serving;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.AnswerRequest;
import io.parley.modelservice.serving.Requests;
import io.parley.qa.recall.AnswerModel;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes requests off their topic. */
@Component
class AnswerListener {

    private final Requests<AnswerModel, AnswerRequest, AnswerReply> requests;

    AnswerListener(Requests<AnswerModel, AnswerRequest, AnswerReply> requests) {
        this.requests = requests;
    }

    @KafkaListener(id = "answer-requests", topics = "answer.requests.v1", groupId = "qa-memory-service")
    void onRequests(List<ConsumerRecord<String, byte[]>> records) {
        requests.answer(records);
    }
}
