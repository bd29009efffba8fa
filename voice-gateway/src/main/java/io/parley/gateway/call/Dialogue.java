package io.parley.gateway.call;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.ConversationRequest;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Offer;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.conversation.Turns;
import io.parley.gateway.upstream.OrderFlow;
import io.parley.gateway.upstream.VoiceFlow;
import io.parley.speech.recognition.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What calls ask of the order flow. Every method waits for it. */
@Component
final class Dialogue {

    private static final String CHANNEL = "voice";

    private final OrderFlow orderFlow;
    private final VoiceFlow voiceFlow;
    private final Turns turns;
    private final VoiceProperties properties;

    Dialogue(OrderFlow orderFlow, VoiceFlow voiceFlow, Turns turns, VoiceProperties properties) {
        this.orderFlow = orderFlow;
        this.voiceFlow = voiceFlow;
        this.turns = turns;
        this.properties = properties;
    }

    /**
     * A conversation that a call is part of.
     *
     * @param authorization the customer's header
     * @param ours whether it began with the call, and ends with it
     * @param said what the caller hears first
     * @param outcome how it ended already; null if it goes on
     */
    record Part(
            String conversation,
            String authorization,
            String campaign,
            boolean ours,
            String said,
            String state,
            List<String> choices,
            @Nullable String outcome,
            SpokenCampaign spoken) {

        /** The words its caller may say. */
        Vocabulary vocabulary() {
            return new Vocabulary(spoken.campaign(), spoken.contentHash(), spoken.sentences());
        }

        /** Never with the token. */
        @Override
        public String toString() {
            return "Part[" + conversation + "]";
        }
    }

    /** Begins the conversation, or finds the one that the caller comes from. */
    Part begin(CallRequest request) {
        CallRequest.Joined joined = request.joined();
        return joined == null ? open(request) : join(joined);
    }

    private Part open(CallRequest request) {
        String campaign = request.campaign() == null ? configured() : request.campaign();
        SpokenCampaign spoken = voiceFlow.spoken(campaign);
        OpenedConversation opened = orderFlow.open(new ConversationRequest(campaign, CHANNEL));
        return new Part(
                opened.id(),
                "Bearer " + opened.token(),
                campaign,
                true,
                opened.reply(),
                opened.state(),
                opened.choices(),
                opened.outcome(),
                spoken);
    }

    private Part join(CallRequest.Joined joined) {
        ConversationView view = orderFlow.conversation(joined.conversation(), joined.authorization());
        String last = view.turns().isEmpty() ? "" : view.turns().getLast().reply();
        return new Part(
                view.id(),
                joined.authorization(),
                view.campaign(),
                false,
                last,
                view.state(),
                view.choices(),
                view.outcome(),
                voiceFlow.spoken(view.campaign()));
    }

    private String configured() {
        String campaign = properties.campaign();
        if (campaign != null) {
            return campaign;
        }
        List<Offer> offers = orderFlow.offers();
        if (offers.size() != 1) {
            throw new FaultException(
                    Fault.CAMPAIGN_NOT_FOUND,
                    "The call names no campaign and " + offers.size()
                            + " are on sale; set parley.voice.campaign to the one that is sold to such callers.");
        }
        return offers.getFirst().campaign();
    }

    TurnReply turn(Part part, TurnRequest turn) {
        return turns.take(Turns.Entrance.VOICE, part.conversation(), turn, part.authorization());
    }

    Expected expected(Part part) {
        return voiceFlow.expected(part.conversation(), part.authorization());
    }

    ConversationView view(Part part) {
        return orderFlow.conversation(part.conversation(), part.authorization());
    }

    void end(Part part) {
        orderFlow.end(part.conversation(), part.authorization());
    }
}
