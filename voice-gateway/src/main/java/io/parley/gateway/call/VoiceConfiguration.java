package io.parley.gateway.call;

import io.parley.speech.recognition.SpeechRecognizer;
import io.parley.speech.sphinx.SphinxRecognizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.vosk.VoskRecognizer;
import io.parley.speech.vosk.VoskUnavailableException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The engines of calls, loaded once the gateway serves everything else. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

    /** Kept for all campaigns, since greetings and questions are said again and again. */
    private static final int SENTENCES_KEPT = 500;

    @Bean(destroyMethod = "close")
    VoiceEngines voiceEngines(VoiceProperties properties) {
        SynthesisEngine synthesis = SynthesisEngine.of(properties.synthesizer())
                .orElseThrow(() -> new IllegalArgumentException("parley.voice.synthesizer is '"
                        + properties.synthesizer() + "', which is none of " + SynthesisEngine.labels()));
        return new VoiceEngines(
                () -> recognizer(properties), () -> synthesis.open(properties.voices(), SENTENCES_KEPT));
    }

    private static SpeechRecognizer recognizer(VoiceProperties properties) {
        Path model = properties.voskModel();
        if (model == null) {
            return new SphinxRecognizer(properties.decoders());
        }
        try {
            return VoskRecognizer.open(model, properties.decoders());
        } catch (VoskUnavailableException e) {
            throw new IllegalStateException("parley.voice.vosk-model cannot be used: " + e.getMessage(), e);
        }
    }

    @Bean
    Warming voiceWarming(VoiceEngines engines, VoiceProperties properties) {
        return new Warming(engines, properties);
    }

    /** Loads the engines when all else is ready, unless that is left to the first call. */
    record Warming(VoiceEngines engines, VoiceProperties properties) {

        private static final Logger log = LoggerFactory.getLogger(Warming.class);

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            if (properties.preload()) {
                var _ = engines.load();
            } else {
                log.atInfo()
                        .addKeyValue("synthesizer", properties.synthesizer())
                        .log("voice engines are loaded with the first call");
            }
        }
    }
}
