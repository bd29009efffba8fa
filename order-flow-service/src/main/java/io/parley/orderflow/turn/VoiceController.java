package io.parley.orderflow.turn;

import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the gateway asks only where a conversation is led by voice; it passes none of it on. */
@RestController
final class VoiceController {

    private final Conversations conversations;
    private final SpokenCampaigns spoken;

    VoiceController(Conversations conversations, SpokenCampaigns spoken) {
        this.conversations = conversations;
        this.spoken = spoken;
    }

    @GetMapping("/conversations/{id}/expected")
    Expected expected(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        conversations.authorize(id, ConversationController.token(authorization));
        return conversations.expected(id);
    }

    @GetMapping("/campaigns/{campaign}/spoken")
    SpokenCampaign spoken(@PathVariable String campaign) {
        return spoken.of(campaign);
    }
}
