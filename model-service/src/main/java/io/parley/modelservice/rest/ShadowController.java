package io.parley.modelservice.rest;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.serving.Shadow;
import io.parley.modelservice.serving.ShadowReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the challenger does beside the champion. */
@RestController
@RequestMapping("/models/{campaign}/shadow")
class ShadowController {

    private final Shadow<?, ?, ?> shadow;
    private final Campaigns campaigns;

    ShadowController(Shadow<?, ?, ?> shadow, Campaigns campaigns) {
        this.shadow = shadow;
        this.campaigns = campaigns;
    }

    /** @param divergences how many conversations that parted to tell at most */
    @GetMapping
    ShadowReport report(@PathVariable String campaign, @RequestParam(defaultValue = "50") int divergences) {
        campaigns.folder(campaign);
        if (divergences < 0) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "divergences must be 0 or more, is " + divergences + "; 50 if left out");
        }
        return shadow.report(campaign, divergences);
    }
}
