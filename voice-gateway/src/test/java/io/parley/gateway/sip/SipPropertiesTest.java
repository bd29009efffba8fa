package io.parley.gateway.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class SipPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void givenNothing_whenRead_thenTelephonesAreOffAndAllElseHasItsDefault() {
        runner.run(context -> assertThat(context.getBean(SipProperties.class))
                .isEqualTo(new SipProperties(
                        false,
                        "127.0.0.1",
                        5060,
                        null,
                        new SipProperties.RtpPortRange(30_000, 30_199),
                        List.of("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
                        10,
                        Duration.ZERO,
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        null)));
    }

    @Test
    void givenARegistrar_whenTold_thenItsPasswordIsNot() {
        runner.withPropertyValues(
                        "parley.sip.registrar.uri=sip:pbx.example.com",
                        "parley.sip.registrar.user=shop",
                        "parley.sip.registrar.password=s3cret")
                .run(context -> assertThat(context.getBean(SipProperties.class).toString())
                        .contains("shop at sip:pbx.example.com")
                        .doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "host=parley.example.com, must be a numeric address such as 192.168.1.20",
        "port=70000, must be less than or equal to 65535",
        "allowed-networks=example.com, must be networks such as 192.168.0.0/16",
        "rtp-ports.to=30001, must leave room for two ports"
    })
    void givenABadValue_whenRead_thenTheFailureSaysWhatIsWrong(String setting, String message) {
        runner.withPropertyValues("parley.sip." + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SipProperties.class)
    static class Settings {}
}
