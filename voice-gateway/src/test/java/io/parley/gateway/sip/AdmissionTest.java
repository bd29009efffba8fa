package io.parley.gateway.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, true",
        "11.1.2.3, false",
        "192.168.1.20, true",
        "192.168.1.21, false",
        "172.31.255.255, true",
        "172.32.0.0, false",
        "fd00::7, true",
        "fe80::7, false"
    })
    void givenNetworks_whenAnAddressComes_thenItIsInOneOrNot(String address, boolean in) throws Exception {
        Networks networks = new Networks(List.of("10.0.0.0/8", "192.168.1.20", "172.16.0.0/12", "fd00::/8"));

        assertThat(networks.have(InetAddress.getByName(address))).isEqualTo(in);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "10"})
    void givenWhatIsNoNetwork_whenConfigured_thenItIsNone(String text) {
        assertThat(Networks.isNetwork(text)).isFalse();
    }

    @Test
    void givenTenASecond_whenSomebodyTriesAThousandTimes_thenTwentyPassAndOthersAreUnharmed() throws Exception {
        Rate rate = new Rate(10);
        InetAddress flooding = InetAddress.getByName("192.0.2.1");
        int passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += rate.allows(flooding, 1_000_000L * i / 1_000) ? 1 : 0;
        }

        assertThat(passed).isEqualTo(20);
        assertThat(rate.allows(InetAddress.getByName("192.0.2.2"), 1_000_000)).isTrue();
        assertThat(rate.allows(flooding, 1_200_000_000L)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Signal=5;Duration=160|5",
                "Signal= * ; Duration= 250|*",
                "#|#",
                "signal=a|A",
                "Signal=12|",
                "hello|",
                "''|"
            })
    void givenAKeyByInfo_whenRead_thenItIsThatKeyOrNone(String body, String key) {
        assertThat(Dtmf.key(body.replace(";", "\r\n")).map(String::valueOf).orElse(null))
                .isEqualTo(key);
    }
}
