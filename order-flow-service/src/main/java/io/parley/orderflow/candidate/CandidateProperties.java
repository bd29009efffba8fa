package io.parley.orderflow.candidate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a candidate may be put to use. One whose trial ended badly never may, unless it is insisted on.
 *
 * @param trialRequired whether it may only after a trial that ended well
 */
@ConfigurationProperties("parley.candidates")
public record CandidateProperties(@DefaultValue("false") boolean trialRequired) {}
