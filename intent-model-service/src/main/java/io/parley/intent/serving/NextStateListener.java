package io.parley.intent.serving;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.intent.network.NextStateModel;
import io.parley.modelservice.serving.Requests;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes requests off their topic. */
@Component
class NextStateListener {

    private final Requests<NextStateModel, NextStateRequest, NextStateReply> requests;

    NextStateListener(Requests<NextStateModel, NextStateRequest, NextStateReply> requests) {
        this.requests = requests;
    }

    @KafkaListener(id = "next-state-requests", topics = "next-state.requests.v1", groupId = "intent-model-service")
    void onRequests(List<ConsumerRecord<String, byte[]>> records) {
        requests.answer(records);
    }
}
